/** The show: the document on disk. Who can put what on air, with which facts and cues. */
import { z } from 'zod';
import { CueId, PartyId } from '../ids.ts';
import { emptyTable, tableOf } from '../table.ts';
import { Cue } from './cue.ts';
import { Baseline } from './baseline.ts';
import { Fact } from './fact.ts';
import { ColumnMap, Feed, Proposal } from './feed.ts';
import { firstKeyMap, KeyMap } from './keys.ts';
import { MediaFile } from './media.ts';
import { firstOutputs, FrameRate, Output } from './output.ts';
import { Theme } from './theme.ts';
import { firstTheme } from '../themes.ts';

/** The format of show files written by this version. A reader refuses a higher one and migrates a lower one. */
export const SHOW_FORMAT = 1;

const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'a colour is #rrggbb');

export const Party = z.object({
  id: PartyId,
  /** As registered for the election of this show. */
  name: z.string().min(1),
  short: z.string().min(1),
  colour,
  /** Text on the party's colour: at least 4.5:1 (WCAG 2.2, 1.4.3). */
  ink: colour,
  /** Where its seats stand in an arc that a feed fills. */
  side: z.enum(['left', 'right']).default('left'),
});
export type Party = z.infer<typeof Party>;

export const Show = z.object({
  format: z.literal(SHOW_FORMAT),
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/, 'a show id has lower-case letters, digits and "-"'),
  title: z.string().min(1).max(200),
  election: z.string().default(''),
  timeZone: z.string().default('Pacific/Auckland'),
  settings: z.object({
    /** An author may not approve their own fact. */
    fourEyes: z.boolean(),
    /** Of the programme this show is made for: outputs are checked against it. New Zealand's television runs at 50. */
    frameRate: FrameRate.default(50),
    /** A take may pass the gate with a written reason, which is logged. */
    allowOverride: z.boolean().default(false),
  }),
  parties: z.object({ byId: z.record(z.string(), Party), order: z.array(PartyId) }),
  facts: tableOf(Fact),
  /** The last `seq` given to a fact. */
  factSeq: z.int().min(0),
  /** By fact: the highest revision number that an undo took back. It is never given to other words. */
  spentRevisions: tableOf(z.int()).default(emptyTable),
  cues: tableOf(Cue),
  rundown: z.array(CueId),
  outputs: z.array(Output).default(firstOutputs),
  feeds: z.array(Feed).default([]),
  /** What feeds propose and nobody has decided on, by the id of the fact that it is for. */
  proposals: tableOf(Proposal).default(emptyTable),
  /** The earlier election that changes are reckoned against. */
  baseline: Baseline.nullable().default(null),
  /** How the columns of an imported table were matched last time, by the table's header (its cells joined by tabs). */
  columnMaps: z.record(z.string(), ColumnMap).default({}),
  /** How its graphics look. */
  theme: Theme.default(firstTheme),
  /** Files that graphics may show. */
  media: z.array(MediaFile).default([]),
  keys: KeyMap.default(firstKeyMap),
});
export type Show = z.infer<typeof Show>;
