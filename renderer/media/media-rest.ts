/** Adding a file to the show's media, over REST. */
import { z } from 'zod';
import { MediaFile } from '../../core/schema/media.ts';
import type { Desk } from '../client/desk.ts';
import { askStation, type Answer } from '../client/rest.ts';
import { savedUser } from '../client/seat.ts';

const Added = z.object({ file: MediaFile, address: z.string() });
export type Added = z.infer<typeof Added>;

/** A refusal is on the status line too. */
export async function uploadMedia(desk: Desk, file: File): Promise<Answer<Added>> {
  const query = new URLSearchParams({ name: file.name, by: savedUser() });
  const answer = await askStation(desk, `/media?${query}`, Added, { method: 'POST', body: file });
  if (!answer.ok) desk.say(answer.code, answer.detail);
  return answer;
}
