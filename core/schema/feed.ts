/**
 * A feed: where results or facts come from by themselves, and how far they are trusted. A feed never writes on air: it
 * makes proposals beside the present facts, and a rule per kind of field says which of them need nobody.
 */
import { z } from 'zod';
import { FactId, FeedId, PartyId } from '../ids.ts';
import { Mode } from '../layers.ts';
import { FactContent } from './fact.ts';

/** `nz-xml`: the Electoral Commission's election-night files. `results-*`: one election's votes. `facts-*`: our own records. */
export const FeedFormat = z.enum([
  'nz-xml',
  'results-csv',
  'results-json',
  'nist-json',
  'facts-csv',
  'facts-json',
]);
export type FeedFormat = z.infer<typeof FeedFormat>;

/** Which kind of change a rule is about. `new` is a fact that the show does not have yet. */
export const FieldGroup = z.enum(['new', 'count', 'votes', 'leader', 'seats', 'status', 'text']);
export type FieldGroup = z.infer<typeof FieldGroup>;

/**
 * `auto`: goes in by itself, approved by the rule. `ask`: waits for a person. `ignore`: stays as it is here; a fact of
 * results stays as a whole while anything ignored would change, since a leader, the votes and the count they are of
 * would be false apart. Of other facts only the ignored fields stay.
 */
export const FeedRule = z.enum(['auto', 'ask', 'ignore']);
export type FeedRule = z.infer<typeof FeedRule>;

export const FeedRules = z.object(
  Object.fromEntries(FieldGroup.options.map((group) => [group, FeedRule.default('ask')])) as Record<
    FieldGroup,
    z.ZodDefault<typeof FeedRule>
  >,
);
export type FeedRules = z.infer<typeof FeedRules>;

export const FeedPlace = z.discriminatedUnion('kind', [
  /** A folder on the station's machine. For CSV and JSON it may be the file itself. */
  z.object({ kind: z.literal('folder'), path: z.string().min(1).max(1000) }),
  /** The address of the file, or of the folder that holds `election.xml`. */
  z.object({ kind: z.literal('http'), url: z.url({ protocol: /^https?$/ }).max(1000) }),
  /** What was recorded from another feed, played again. */
  z.object({
    kind: z.literal('recording'),
    /** The recording's name in the show's `recordings` folder. */
    name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/),
    /** 1 is as it was; 60 plays an hour in a minute. */
    speed: z.number().min(0.1).max(1000).default(1),
  }),
]);
export type FeedPlace = z.infer<typeof FeedPlace>;

/** Our field (`statement`, `values.votes`, `subject.party`, …) to the column it is read from. */
export const ColumnMap = z.record(z.string(), z.string());
export type ColumnMap = z.infer<typeof ColumnMap>;

export const FeedContent = z.object({
  name: z.string().min(1).max(80),
  format: FeedFormat,
  place: FeedPlace,
  /** What its facts name as their source on the desk and on air. */
  source: z.string().min(1).max(80),
  /** Seconds between two looks. */
  pollSeconds: z.number().min(1).max(3600).default(15),
  /** Seconds without news after which its figures count as stale on the desk. */
  staleSeconds: z.int().min(5).max(86_400).default(300),
  enabled: z.boolean().default(true),
  /** Keeps every new version of its files, to be played again. */
  record: z.boolean().default(false),
  rules: FeedRules.prefault({}),
  /** Names in the feed that are not the show's, and whose they are; null for a party that the show leaves out. */
  parties: z.record(z.string(), PartyId.nullable()).default({}),
  columns: ColumnMap.default({}),
});
export type FeedContent = z.infer<typeof FeedContent>;

export const Feed = FeedContent.extend({
  id: FeedId,
  /** Who set its rules last: what goes in by itself is approved in their name. */
  rulesBy: z.string(),
  /** A feed made in rehearsal makes rehearsal facts. */
  origin: Mode.default('live'),
  /** What a person has turned down, until the feed says something else: by fact, a digest of what was proposed. */
  turnedDown: z.record(z.string(), z.string()).default({}),
});
export type Feed = z.infer<typeof Feed>;

/** Why a change needs a person whatever the rules say. */
export const Oddity = z.object({
  code: z.enum([
    'votes_fell',
    'count_fell',
    'winner_changed',
    'shares_off',
    'above_enrolment',
    'tie',
    'locked',
    'withdrawn',
    'edited_here',
    'seats_differ',
    'parties_merged',
    'not_valid',
  ]),
  detail: z.string(),
  /** Path in the fact, where one field is odd. */
  field: z.string().nullable().default(null),
});
export type Oddity = z.infer<typeof Oddity>;

/** One fact as a feed would have it. Its id is the fact's. */
export const Proposal = z.object({
  id: FactId,
  feed: FeedId,
  key: z.string(),
  /** The revision of the present fact that it was compared with; null for a new one. */
  base: z.int().nullable(),
  content: FactContent,
  odd: z.array(Oddity),
  /** When the feed was read, epoch milliseconds. */
  at: z.number(),
});
export type Proposal = z.infer<typeof Proposal>;

/** One complaint about what a feed or an import holds. */
export const FeedProblem = z.object({
  /** The file, as the feed names it. */
  file: z.string(),
  /** From 1; null where there are no lines. */
  line: z.int().nullable().default(null),
  field: z.string().nullable().default(null),
  detail: z.string(),
  /** `refused`: nothing of the file, or of the row, was used. `flagged`: used, and somebody should look. */
  weight: z.enum(['refused', 'flagged']),
});
export type FeedProblem = z.infer<typeof FeedProblem>;

/** How a feed fares, as every desk is told: never saved. */
export const FeedStatus = z.object({
  id: FeedId,
  state: z.enum(['off', 'waiting', 'reading', 'ok', 'stale', 'error']),
  /** Epoch milliseconds, each. */
  lastTry: z.number().nullable(),
  lastSuccess: z.number().nullable(),
  /** When its news was new: the last change of what it says. */
  lastNews: z.number().nullable(),
  nextPoll: z.number().nullable(),
  /** What the source says of its own age. ISO 8601 with a zone. */
  updated: z.string().nullable(),
  /** Share of voting places counted, 0 to 100. */
  countPercent: z.number().nullable(),
  /** Its last read file says that it is a simulation. */
  simulated: z.boolean(),
  problems: z.array(FeedProblem),
  /** Names of parties in the feed that nobody has matched. */
  unknownParties: z.array(z.string()),
  /** For a replay: how far, 0 to 1. */
  progress: z.number().nullable(),
});
export type FeedStatus = z.infer<typeof FeedStatus>;
