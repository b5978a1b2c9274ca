/** What the desk asks of the station about shows and versions. */
import { z } from 'zod';
import { ShowComparison } from '../../core/compare-shows.ts';
import type { Desk } from '../client/desk.ts';
import { askStation, postJson, type Answer } from '../client/rest.ts';

export const Shelf = z.object({
  open: z.string(),
  canOpen: z.boolean(),
  /** Why no other show can be opened now. */
  why: z.string().nullable(),
  /** Why the one that was asked for last could not be opened. */
  failed: z.string().nullable(),
  shows: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      savedAt: z.string().nullable(),
      demo: z.boolean(),
      problem: z.string().nullable(),
    }),
  ),
});
export type Shelf = z.infer<typeof Shelf>;

export const VersionList = z.object({
  versions: z.array(
    z.object({
      id: z.string(),
      at: z.number(),
      reason: z.string(),
      name: z.string(),
      by: z.string(),
      facts: z.int(),
      cues: z.int(),
    }),
  ),
  problem: z.string().nullable(),
});
export type Version = z.infer<typeof VersionList>['versions'][number];

export const Comparison = z.object({ before: z.string(), after: z.string(), comparison: ShowComparison });

const Made = z.object({ id: z.string(), title: z.string() });
const Done = z.looseObject({});
const Back = z.looseObject({ kept: z.array(z.string()).default([]) });

export interface NewShow {
  title: string;
  template?: string;
  keepFacts: boolean;
  keepCues: boolean;
}

export const makeShow = (desk: Desk, wanted: NewShow) => postJson(desk, '/shows', wanted, Made);
export const saveAs = (desk: Desk, title: string) => postJson(desk, '/shows/save-as', { title }, Made);
export const openShow = (desk: Desk, id: string) => postJson(desk, '/shows/open', { id }, Done);

export const importShow = (desk: Desk, file: File): Promise<Answer<z.infer<typeof Made>>> =>
  askStation(desk, `/shows/import?name=${encodeURIComponent(file.name)}`, Made, {
    method: 'POST',
    body: file,
  });

const asUser = (user: string) => ({
  'content-type': 'application/json',
  'x-tallydesk-user': plainHeader(user),
});
/** A header holds no macrons: without its marks a name is still a name. */
const plainHeader = (user: string): string =>
  user
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/g, '?');

export const saveVersion = (desk: Desk, user: string, name: string) =>
  askStation(desk, '/versions', Done, {
    method: 'POST',
    headers: asUser(user),
    body: JSON.stringify({ name }),
  });

export const goBack = (desk: Desk, user: string, id: string) =>
  askStation(desk, `/versions/${id}/restore`, Back, { method: 'POST', headers: asUser(user), body: '{}' });

/** The file itself: a large show is not read by the page. */
export const exportAddress = ({ key }: Pick<Desk, 'key'>, asRun: boolean): string =>
  `/api/v1/shows/current/export?${new URLSearchParams({ key, ...(asRun ? { asRun: '1' } : {}) }).toString()}`;
