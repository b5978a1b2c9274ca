/** The pure parts of the facts desk: choosing, comparing, changes, corrections. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { FactUse } from '../../core/facts/uses.ts';
import { CueId, FactId, InstanceId } from '../../core/ids.ts';
import type { UseAction } from '../../core/schema/fact-use.ts';
import { compareWords } from '../../renderer/facts/compare.ts';
import { countOf, keyOf, plan, usesByFact } from '../../renderer/facts/correction/plan.ts';
import { inChunks, isLost, newGroup, sendMany } from '../../renderer/facts/bulk.ts';
import { changeAt, typedValue } from '../../renderer/facts/fact-changes.ts';
import { countAndTime, figuresText, wordsAt } from '../../renderer/facts/fact-text.ts';
import { choiceLabel, choicesOf } from '../../renderer/facts/filter-choices.ts';
import { marksOf, usesByFact as cuesByFact } from '../../renderer/facts/marks.ts';
import {
  select,
  selectAll,
  selectedFacts,
  visibleOnly,
  type Selection,
} from '../../renderer/facts/selection.ts';
import { canOverride } from '../../renderer/transport/overridable.ts';
import { createFactIndex } from '../../core/facts/fact-index.ts';
import { EVERYTHING, filterFacts } from '../../core/facts/filter.ts';
import { makeBoundCue, makeFact, makeParty, makeShow, T0 } from '../support/builders.ts';

const id = (text: string): FactId => FactId.parse(text);
const ROWS = ['a', 'b', 'c', 'd'].map(id);
const START: Selection = { fact: null, chosen: new Set(), anchor: null };

describe('choosing', () => {
  test('a click, then Shift further down, then Shift back up past the beginning', () => {
    const clicked = select(ROWS, START, id('b'), 'only');
    expect(selectedFacts(clicked)).toEqual(['b']);
    const down = select(ROWS, clicked, id('d'), 'to');
    expect([...down.chosen]).toEqual(['b', 'c', 'd']);
    const up = select(ROWS, down, id('a'), 'to');
    expect([...up.chosen]).toEqual(['a', 'b']);
    expect(up.fact).toBe('a');
  });

  test('Ctrl adds and takes out one', () => {
    const clicked = select(ROWS, START, id('a'), 'only');
    const two = select(ROWS, clicked, id('c'), 'also');
    expect([...two.chosen]).toEqual(['a', 'c']);
    expect([...select(ROWS, two, id('a'), 'also').chosen]).toEqual(['c']);
  });

  test('commands are about the one that is shown, whatever is chosen besides', () => {
    expect(selectedFacts({ fact: id('x'), chosen: new Set([id('a'), id('b')]) })).toEqual(['x']);
    expect(selectedFacts({ fact: null, chosen: new Set([id('a')]) })).toEqual([]);
  });

  test('the one that is taken out of a choice is not what is acted on next', () => {
    const three = select(ROWS, select(ROWS, START, id('a'), 'only'), id('c'), 'to');
    const two = select(ROWS, three, id('b'), 'also');
    expect(two.fact).toBe('c');
    expect(selectedFacts(two)).toEqual(['a', 'c']);
    expect(select(ROWS, two, id('c'), 'also').fact).toBe('a');
  });

  test('nobody acts on what the filters hide', () => {
    const chosen = new Set([id('a'), id('x')]);
    expect([...visibleOnly(ROWS, chosen)]).toEqual(['a']);
    const seen = new Set([id('a')]);
    expect(visibleOnly(ROWS, seen)).toBe(seen);
  });

  test('all: the one that is shown is one of them', () => {
    const hidden: Selection = { fact: id('x'), chosen: new Set(), anchor: null };
    expect(selectAll(ROWS, hidden)).toMatchObject({ fact: 'a' });
    expect(selectedFacts(selectAll(ROWS, hidden))).toHaveLength(4);
  });

  test('a beginning that the filters have hidden is no beginning', () => {
    const gone: Selection = { fact: id('x'), chosen: new Set([id('x')]), anchor: id('x') };
    expect([...select(ROWS, gone, id('c'), 'to').chosen]).toEqual(['c']);
  });
});

describe('many at once', () => {
  const commands = Array.from({ length: 60 }, (_, i) => ({
    type: 'fact.lock' as const,
    factId: `f${i}`,
    locked: true,
    group: newGroup(),
  }));

  test('answers come in order, and progress is told', async () => {
    const done: number[] = [];
    let revision = 0;
    const results = await sendMany(
      () => Promise.resolve({ ok: true, revision: ++revision }),
      commands,
      (n) => done.push(n),
    );
    expect(results.map((one) => one.ok && one.revision)).toEqual(commands.map((_, i) => i + 1));
    expect(done).toEqual([25, 50, 60]);
  });

  test('where the line is lost nothing more is sent; a refusal stops nothing', async () => {
    let sent = 0;
    const lost = await sendMany(
      () => Promise.resolve({ ok: false, code: ++sent > 25 ? 'connection_lost' : 'fact_locked', detail: '' }),
      commands,
      () => undefined,
    );
    expect(sent).toBe(50);
    expect(lost).toHaveLength(50);
    expect(isLost({ ok: false, code: 'fact_locked', detail: '' })).toBe(false);
  });

  test('pieces joined are the whole', () => {
    expect(inChunks([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  });
});

describe('words of the fact model', () => {
  test.each([
    ['kind', 'electorate_flip', 'Electorate flip'],
    ['statement', 'electorate_flip', 'electorate_flip'],
  ])('%s: %s', (path, raw, expected) => {
    expect(wordsAt(path, raw)).toBe(expected);
  });

  test('a status is called what the form calls it', () => {
    expect(wordsAt('status', 'declared_by_source')).not.toContain('_');
    expect(wordsAt('certainty', null)).toBeNull();
  });
});

describe('words compared with the source', () => {
  const differing = (aired: string, source: string, verbatim: boolean) =>
    compareWords(aired, source, verbatim)
      .filter(({ differs }) => differs)
      .map(({ text }) => text.trim());

  test.each([
    ['LABOUR 26.5%', 'Labour are sitting on just 26.5 percent.', false, []],
    ['KAYE TAKES AUCKLAND', 'Nikki Kaye beat Tizard in Auckland.', false, ['TAKES']],
    ['Te Pati Maori', 'Te Pāti Māori, at last', false, []],
    ['1,497 votes', 'by 1497 votes', false, []],
    ['we did not win', 'We did win.', true, ['not']],
    ['win we did', 'We did win.', true, ['win']],
    ['“We did win.”', 'she said: "We did win."', true, []],
    ['as it stands … we lost', 'as it stands, today, we lost', true, []],
  ])('%s / %s', (aired, source, verbatim, expected) => {
    expect(differing(aired, source, verbatim)).toEqual(expected);
  });

  it('the pieces joined are the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('we', 'did', '…', 'not,', 'win')),
        fc.boolean(),
        (words, verbatim) => {
          const text = words.join(' ');
          expect(
            compareWords(text, 'we did win', verbatim)
              .map((piece) => piece.text)
              .join(''),
          ).toBe(text);
        },
      ),
    );
  });
});

describe('one field changed', () => {
  const fact = makeFact({
    kind: 'electorate_flip',
    subject: { electorate: 'Tauranga', winner: { name: 'Bob', party: 'national' } },
    values: [
      { name: 'margin_votes', value: 314, unit: 'votes', qualifier: 'about' },
      { name: 'held_since', value: 1996, unit: 'year' },
    ],
  });
  test.each([
    ['statement', 'New', { statement: 'New' }],
    ['onAir.headline', 'NEW', { onAir: { headline: 'NEW', detail: null, label: null, advice: 'ok' } }],
    [
      'subject.winner.name',
      'Bob Clarkson',
      { subject: { electorate: 'Tauranga', winner: { name: 'Bob Clarkson', party: 'national' } } },
    ],
    ['subject.winner.name', null, { subject: { electorate: 'Tauranga', winner: { party: 'national' } } }],
    ['embargoUntil', null, { embargoUntil: null }],
  ])('%s', (path, value, changes) => {
    expect(changeAt(fact, path, value)).toEqual({ ok: true, changes });
  });

  test('a figure that is typed is not a computed one any more', () => {
    const computed = makeFact({ values: [{ name: 'lead', value: 1, unit: 'votes', derived: true }] });
    expect(changeAt(computed, 'values.lead', 2, 'votes')).toMatchObject({
      changes: { values: [{ name: 'lead', value: 2, derived: false }] },
    });
  });

  test('a value keeps its place and its qualifier; taken away, the others stay', () => {
    const changed = changeAt(fact, 'values.margin_votes', 105, 'votes');
    expect(changed).toMatchObject({
      changes: { values: [{ name: 'margin_votes', value: 105, qualifier: 'about' }, { name: 'held_since' }] },
    });
    const gone = changeAt(fact, 'values.margin_votes', null, 'votes');
    expect(gone).toMatchObject({ ok: true, changes: { values: [{ name: 'held_since' }] } });
  });

  test('a new value comes last, with its unit', () => {
    const added = changeAt(fact, 'values.lead_votes', 12, 'votes');
    expect(added.ok && added.changes.values?.at(-1)).toMatchObject({
      name: 'lead_votes',
      value: 12,
      unit: 'votes',
    });
  });

  test.each([
    ['asOf.countPercent', 150],
    ['statement', ''],
    ['status', 'nonsense'],
    ['embargoUntil', 'tomorrow'],
  ])('%s = %s cannot be right and is not sent', (path, value) => {
    expect(changeAt(fact, path, value)).toMatchObject({ ok: false });
  });

  test.each([
    ['1,497', 'votes', 1497],
    ['26.5%', 'percent', 26.5],
    ['', 'votes', null],
    ['many', 'votes', 'many'],
    ['1,5', 'percent', '1,5'],
    ['Tauranga', 'electorate', 'Tauranga'],
  ] as const)('%s as %s', (typed, input, value) => {
    expect(typedValue(typed, input)).toBe(value);
  });
});

describe('a correction', () => {
  const air = {
    channel: 'program' as const,
    layer: 'lower-third' as const,
    instance: InstanceId.parse('i1'),
    since: T0,
    revision: 1,
    leaving: false,
    awaitsCorrection: false,
  };
  const use = (over: Partial<FactUse>): FactUse => ({
    cueId: CueId.parse('c1'),
    number: 1,
    name: 'Cue',
    bound: true,
    armed: false,
    preview: false,
    air: [],
    interrupted: false,
    ...over,
  });
  const actionFor = (one: FactUse, hasReplacement: boolean, wanted?: UseAction) => {
    const chosen = new Map(wanted ? [[keyOf(id('f'), one), wanted]] : []);
    return plan([{ fact: id('f'), uses: [one] }], chosen, hasReplacement)[0]?.action;
  };

  test.each([
    ['on air, with something right to show', use({ air: [air] }), true, 'replace'],
    ['on air, with nothing to show instead', use({ air: [air] }), false, 'pull'],
    ['in the rundown, with a replacement', use({}), true, 'replace'],
    ['in the rundown, without', use({}), false, 'keep'],
    ['leaving air already', use({ air: [{ ...air, leaving: true }] }), false, 'keep'],
    ['interrupted', use({ interrupted: true }), false, 'pull'],
    ['on air under a cue that draws on it no more', use({ air: [air], bound: false }), true, 'pull'],
  ] as const)('%s', (_what, one, hasReplacement, expected) => {
    expect(actionFor(one, hasReplacement)).toBe(expected);
  });

  test('a choice holds as long as it is possible', () => {
    expect(actionFor(use({ air: [air] }), true, 'keep')).toBe('keep');
    expect(actionFor(use({ air: [air] }), false, 'replace')).toBe('pull');
    expect(actionFor(use({}), false, 'pull')).toBe('keep');
  });

  test('each fact gets what was decided for its own uses', () => {
    const uses = [
      { fact: id('f'), uses: [use({ air: [air] })] },
      { fact: id('g'), uses: [use({}), use({ cueId: CueId.parse('c2') })] },
    ];
    const planned = plan(uses, new Map(), false);
    const byFact = usesByFact(planned);
    expect(byFact.get(id('f'))).toEqual([{ cueId: 'c1', action: 'pull' }]);
    expect(byFact.get(id('g'))?.map(({ action }) => action)).toEqual(['keep', 'keep']);
    expect(countOf(planned, 'keep')).toBe(2);
  });
});

describe('what is known around a fact', () => {
  const nothing = new Set<string>();
  const around = {
    uses: new Map([['f1', 2]]),
    onAir: new Set(['f1']),
    proposed: nothing,
    attention: nothing,
    now: T0,
  };

  test('use, air, lock, embargo and expiry', () => {
    const fact = makeFact({
      lockedBy: 'ben',
      embargoUntil: new Date(T0 + 1000).toISOString(),
      staleAfter: new Date(T0).toISOString(),
    });
    expect(marksOf(fact, around)).toEqual(['onAir', 'used', 'embargoed', 'stale', 'locked']);
    expect(marksOf(makeFact({ id: 'f2' }), around)).toEqual([]);
  });

  test('a cue that draws twice on a fact is one use', () => {
    const cue = makeBoundCue('f1', {
      bindings: { headline: { fact: 'f1', path: 'statement' }, kicker: { fact: 'f1', path: 'onAir.label' } },
    });
    const { cues } = makeShow({ cues: [cue, { ...cue, id: CueId.parse('c9'), number: 9 }] });
    expect(cuesByFact(cues).get('f1')).toBe(2);
  });
});

describe('words for the table', () => {
  test('count and time', () => {
    const asOf = {
      countPercent: 85.1,
      basis: '',
      approximate: false,
      text: null,
      at: '2008-11-08T21:14:00+13:00',
    };
    expect(countAndTime({ asOf }, 'Pacific/Auckland')).toBe('85.1% counted · 21:14');
  });

  test('figures with their units; years are names', () => {
    const { values } = makeFact({
      values: [
        { name: 'a', value: 1497, unit: 'votes' },
        { name: 'b', value: 1996, unit: 'year' },
      ],
    });
    expect(figuresText({ values, tally: null })).toBe('1,497 votes · 1996');
  });

  test('choices that are chosen stay in their menu although they would show nothing', () => {
    const { parties } = makeShow({ parties: [makeParty('labour')] });
    const filter = { words: 'nothing has this', choices: { party: ['labour'] } };
    const { counts } = filterFacts([makeFact()], filter, createFactIndex());
    expect(choicesOf('party', counts, filter, parties)).toEqual([
      { value: 'labour', label: 'The labour party', count: 0, isChosen: true },
    ]);
    expect(
      choicesOf(
        'approval',
        filterFacts([makeFact()], EVERYTHING, createFactIndex()).counts,
        EVERYTHING,
        parties,
      ),
    ).toEqual([{ value: 'approved', label: 'Approved', count: 1, isChosen: false }]);
    expect(choiceLabel('source', 'feed:night', parties)).toBe('Feed night');
  });
});

test('only a cue that nothing but its facts holds back can be taken past the gate, where the show allows it', () => {
  const gated = (...codes: ('fact_draft' | 'house_wrong')[]) => ({
    gated: {
      graphic: null,
      data: null,
      facts: [],
      problems: codes.map((code) => ({ code, detail: code })),
    },
  });
  expect(canOverride(gated('fact_draft'), true)).toBe(true);
  expect(canOverride(gated('fact_draft'), false)).toBe(false);
  expect(canOverride(gated('fact_draft', 'house_wrong'), true)).toBe(false);
  expect(canOverride(gated(), true)).toBe(false);
});
