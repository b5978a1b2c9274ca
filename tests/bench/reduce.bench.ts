/**
 * What one command costs the core, without disk, sockets and pages, at 1,000, 10,000 and 100,000 facts. The sizes take
 * turns in short stretches, so that their ratios hold on a busy machine.
 */
import { setAutoFreeze } from 'immer';
import { parseCommand, run, type World } from '../../core/reduce.ts';
import { makeContext, makeWorld } from '../support/builders.ts';
import { monotonic, goalOf, median, rowOf, type Bench } from './result.ts';
import { manyCues, manyFacts } from './shows.ts';

const SIZES = [1_000, 10_000, 100_000] as const;
const CUES = 200;
/** The facts that cues are bound to: the first so many. */
const BOUND = 300;
const STRETCHES = 40;
const PER_STRETCH = 15;

const HEADLINE = {
  type: 'object',
  required: ['headline'],
  properties: {
    kicker: { type: 'string', title: 'Kicker', default: '' },
    headline: { type: 'string', title: 'Headline', minLength: 1, maxLength: 96 },
    detail: { type: 'string', title: 'Detail', default: '' },
  },
};

interface Subject {
  facts: number;
  world: World;
  now: number;
  count: number;
  spent: Record<'fact.edit' | 'cue.take', number[]>;
}

function newSubject(facts: number): Subject {
  const world = makeWorld({ facts: manyFacts(facts), cues: manyCues(CUES, BOUND), fourEyes: false });
  return { facts, world, now: 1_700_000_000_000, count: 0, spent: { 'fact.edit': [], 'cue.take': [] } };
}

export const reduce: Bench = async () => {
  // as the station does
  setAutoFreeze(false);
  const graphics = new Map(
    [...makeContext().graphics].slice(0, 1).map(([, graphic]) => {
      const id = 'lower-third-headline';
      return [id, { ...graphic, id: id as typeof graphic.id, schema: HEADLINE }];
    }),
  );
  const context = makeContext({ graphics });
  const apply = (subject: Subject, type: 'fact.edit' | 'cue.take', counted: boolean): void => {
    subject.count += 1;
    subject.now += 1000;
    const n = subject.count;
    // a fact that no cue is bound to: its edit, and nothing more
    const edited = `fact-${subject.facts - 1 - ((n * 37) % (subject.facts - BOUND))}`;
    const command =
      type === 'fact.edit'
        ? { type, factId: edited, changes: { note: `seen at ${n}` } }
        : { type, cueId: `cue-${1 + (n % CUES)}` };
    const from = monotonic();
    const parsed = parseCommand(command);
    const outcome = parsed.ok ? run(subject.world, parsed, { ...context, now: subject.now }) : parsed;
    const spent = (monotonic() - from) * 1000;
    if (!outcome.ok) throw new Error(`${type}: ${outcome.code}: ${outcome.detail}`);
    subject.world = outcome.world;
    if (counted) subject.spent[type].push(spent);
  };

  const subjects = SIZES.map(newSubject);
  for (let stretch = -4; stretch < STRETCHES; stretch += 1) {
    for (const subject of subjects) {
      for (const type of ['cue.take', 'fact.edit'] as const) {
        for (let i = 0; i < PER_STRETCH; i += 1) apply(subject, type, stretch >= 0);
      }
    }
    await new Promise((done) => setImmediate(done));
  }

  const name = (type: string, facts: number) => `${type} at ${facts.toLocaleString('en')}`;
  const rows = (['fact.edit', 'cue.take'] as const).flatMap((type) =>
    subjects.map(({ facts, spent }) =>
      rowOf(name(type, facts), 'µs', spent[type], facts === SIZES[0] ? undefined : name(type, SIZES[0])),
    ),
  );
  const ratio = (type: 'fact.edit' | 'cue.take') =>
    median(subjects.at(-1)?.spent[type] ?? []) / median(subjects[0]?.spent[type] ?? []);
  return {
    rows,
    goals: [
      goalOf('fact.edit at 100,000 facts ≤ 60 × that at 1,000', ratio('fact.edit'), 60),
      goalOf('cue.take at 100,000 facts ≤ 1.5 × that at 1,000', ratio('cue.take'), 1.5),
    ],
    notes: [`${CUES} cues in each; the goal for one fact at 10,000 is 200 µs on a quiet machine`],
  };
};
