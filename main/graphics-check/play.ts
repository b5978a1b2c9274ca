/** Has graphics played by a station of their own, with data that is thrown away, in a browser that is handed in. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { z } from 'zod';
import { Finding } from '../../core/graphics-check/finding.ts';
import { messageOf } from '../errors.ts';
import { startStation } from '../station.ts';

/** Opens the check page and answers with what it says when it is done. Rejects where it fails or takes too long. */
export type Browse = (address: string) => Promise<string>;

const Played = z.object({
  findings: z.array(Finding),
  measured: z.array(
    z.object({
      call: z.string(),
      step: z.number().nullable(),
      measured: z.number(),
      declared: z.number().nullable(),
    }),
  ),
});
export type Played = z.infer<typeof Played>;

export interface ToPlay {
  /** Folder of packages, or a package. */
  root: string;
  build: string;
  version: string;
  limitMs: number | null;
  browse: Browse;
}

const failed = (file: string, rule: string, message: string): Played => ({
  findings: [{ severity: 'error', rule, file, field: null, line: null, call: null, message }],
  measured: [],
});

/** @param use gets a function that plays one graphic: its id, and its manifest's name for the findings */
export async function withPlayer<T>(
  { root, build, version, limitMs, browse }: ToPlay,
  use: (play: (id: string, file: string) => Promise<Played>) => Promise<T>,
): Promise<T> {
  const data = await mkdtemp(join(tmpdir(), 'tallydesk-check-data-'));
  const station = await startStation({
    ...{ port: 0, data, show: 'nz-2008', graphics: [root], waiveFourEyes: true, build, version },
    log: pino({ level: 'silent' }),
  });
  const { key, api } = station.addresses;
  try {
    return await use(async (id, file) => {
      if (!station.store.graphics.has(id))
        return failed(file, 'not-offered', 'the station does not offer it, though no rule says why');
      const params = new URLSearchParams({ key, graphic: id, file });
      if (limitMs !== null) params.set('limit', String(limitMs));
      try {
        return Played.parse(JSON.parse(await browse(`${new URL(api).origin}/check?${params.toString()}`)));
      } catch (error) {
        return failed(file, 'not-played', `the check could not be finished: ${messageOf(error)}`);
      }
    });
  } finally {
    await station.close();
    await rm(data, { recursive: true, force: true });
  }
}
