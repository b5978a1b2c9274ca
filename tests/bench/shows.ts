/** Show folders of any size, made with the core's own builders, and the texts of their cues. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cue } from '../../core/schema/cue.ts';
import type { Fact } from '../../core/schema/fact.ts';
import { ShowFile } from '../../core/schema/show-file.ts';
import { makeCue, makeFact, makeState } from '../support/builders.ts';

export interface ShowRows {
  facts: readonly Fact[];
  cues: readonly Cue[];
}

export interface Size {
  facts: number;
  cues: number;
}

export const SMALL: Size = { facts: 60, cues: 40 };
export const LARGE: Size = { facts: 10_000, cues: 2_000 };

/** Facts of everyday length: the statement alone is some 70 characters, as in the demo shows. */
export const manyFacts = (count: number): Fact[] =>
  Array.from({ length: count }, (_, i) =>
    makeFact({
      id: `fact-${i}`,
      seq: i + 1,
      statement: `Candidate ${i} holds Electorate ${i % 72} for Labour by ${100 + i} votes.`,
      values: [{ name: 'margin_votes', value: 100 + i, unit: 'votes' }],
    }),
  );

/** Headline straps bound to a fact each, numbered from 1. */
export const manyCues = (count: number, facts: number): Cue[] =>
  Array.from({ length: count }, (_, i) =>
    makeCue({
      id: `cue-${i + 1}`,
      number: i + 1,
      name: `Strap ${i + 1}`,
      graphic: 'lower-third-headline',
      data: { kicker: '85% COUNTED', detail: 'A majority of several hundred votes on the night' },
      bindings: { headline: { fact: `fact-${(i * 7) % facts}`, path: 'statement' } },
    }),
  );

export const rowsOf = ({ facts, cues }: Size): ShowRows => ({
  facts: manyFacts(facts),
  cues: manyCues(cues, facts),
});

/** Writes `DATA/ID/show.json` as the station reads it. */
export async function writeShow(data: string, id: string, rows: ShowRows): Promise<void> {
  const { show, air } = makeState({ ...rows, fourEyes: false });
  const file = ShowFile.parse({
    format: 1,
    revision: 0,
    savedAt: new Date(0).toISOString(),
    show: { ...show, id },
    air,
  });
  await mkdir(join(data, id), { recursive: true });
  await writeFile(join(data, id, 'show.json'), JSON.stringify(file, null, 1));
}
