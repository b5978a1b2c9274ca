/** What the templates workspace asks of the station over REST. */
import { z } from 'zod';
import type { Desk } from '../client/desk.ts';
import { askStation, postJson, type Answer } from '../client/rest.ts';

const Imported = z.object({
  imported: z.array(z.object({ id: z.string(), hash: z.string(), name: z.string() })),
  problems: z.array(z.string()),
});
export type Imported = z.infer<typeof Imported>;

const Done = z.looseObject({});

const part = encodeURIComponent;

export const importPackage = (desk: Desk, file: File): Promise<Answer<Imported>> =>
  askStation(desk, `/graphics/import?name=${part(file.name)}`, Imported, { method: 'POST', body: file });

/** @param path of a folder on the station's computer */
export const importFolder = (desk: Desk, path: string): Promise<Answer<Imported>> =>
  postJson(desk, '/graphics/import-folder', { path }, Imported);

/** @returns whether it was done; a refusal is on the status line */
async function told(desk: Desk, asked: Promise<Answer<unknown>>): Promise<boolean> {
  const answer = await asked;
  if (!answer.ok) desk.say(answer.code, answer.detail);
  return answer.ok;
}

/** @param hash null: the newest, now and from now on */
export const chooseVersion = (desk: Desk, id: string, hash: string | null) =>
  told(desk, postJson(desk, `/graphics/${part(id)}/use`, { hash }, Done));

export const removeVersion = (desk: Desk, id: string, hash: string) =>
  told(desk, askStation(desk, `/graphics/${part(id)}/${hash}`, Done, { method: 'DELETE' }));

export const allowNetwork = (desk: Desk, id: string, hash: string, allow: boolean) =>
  told(desk, postJson(desk, `/graphics/${part(id)}/network`, { hash, allow }, Done));

/** A picture of the template: its own, or drawn by the station. The key stands in the address, as an image has no header. */
export const thumbnailAddress = ({ key }: Pick<Desk, 'key'>, id: string, hash: string): string =>
  `/api/v1/graphics/${part(id)}/thumbnail?${new URLSearchParams({ hash, key }).toString()}`;
