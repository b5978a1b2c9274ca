/**
 * What an editor should see of a fact before approving it: what is wrong, what is missing, what deserves a look. None
 * of it stops a draft from being kept; the gate and fact.approve have their own say.
 */
import { factValue } from '../bindings.ts';
import { tallyProblems } from '../election/tally.ts';
import { isObject, type Json } from '../json.ts';
import type { FactContent } from '../schema/fact.ts';
import type { Show } from '../schema/show.ts';
import { fieldTitle, KINDS } from './kinds.ts';
import { kindIssues } from './kind-schema.ts';
import { quotationProblem } from './quotation.ts';
import { isEmbargoed, isStale } from './times.ts';

export interface Notice {
  /** Path in the fact. */
  field: string;
  /** A whole sentence. */
  detail: string;
  /** `wrong`: cannot be right. `missing`: says too little to be shown. `look`: may be right; somebody should know. */
  weight: 'wrong' | 'missing' | 'look';
}

type Parties = Pick<Show, 'parties'>;

/** Where a fact may say the same in another field: several parties at once, what is left instead of what is counted. */
const INSTEAD: Readonly<Record<string, readonly string[]>> = {
  'subject.party': ['subject.parties', 'tally'],
  'subject.electorate': ['subject.electorates'],
  'values.votes_counted': ['values.votes_left_to_count', 'asOf.countPercent'],
  'values.party_vote_share': ['subject.parties'],
};

const given = (fact: FactContent, path: string): boolean => {
  const value: Json = factValue(fact, path);
  return value !== null && value !== '';
};

function missingFields(fact: FactContent): Notice[] {
  return KINDS[fact.kind].fields.flatMap(({ path, title, needed }): Notice[] =>
    !needed || [path, ...(INSTEAD[path] ?? [])].some((one) => given(fact, one))
      ? []
      : [{ field: path, detail: `${title} is missing.`, weight: 'missing' }],
  );
}

function partiesIn(value: Json, path: string): [string, string][] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]): [string, string][] => {
    const at = `${path}.${key}`;
    if (key === 'party' && typeof inner === 'string') return [[at, inner]];
    if (key === 'parties' && Array.isArray(inner))
      return inner.flatMap((one): [string, string][] => (typeof one === 'string' ? [[at, one]] : []));
    return partiesIn(inner, at);
  });
}

function unknownParties({ subject, tally }: FactContent, { parties }: Parties): Notice[] {
  const named: [string, string][] = [
    ...partiesIn(subject, 'subject'),
    ...(tally?.rows ?? []).map(({ party }): [string, string] => ['tally', party]),
  ];
  return named
    .filter(([, id]) => !Object.hasOwn(parties.byId, id))
    .map(([field, id]) => ({ field, detail: `The show has no party “${id}”.`, weight: 'wrong' }));
}

const COUNTING: ReadonlySet<string> = new Set([
  'unofficial-partial',
  'partial_count',
  'leading',
  'too_close',
]);

function countNotices(fact: FactContent): Notice[] {
  const { status, values, asOf } = fact;
  if (asOf.countPercent !== null || fact.kind === 'count_progress') return [];
  const field = 'asOf.countPercent';
  if (status === 'leading' || values.some(({ name }) => name === 'lead_votes')) {
    return [
      { field, detail: 'A lead says little without the share of the vote counted.', weight: 'missing' },
    ];
  }
  const percent = values.find(({ unit }) => unit === 'percent');
  if (!percent || !COUNTING.has(status)) return [];
  const detail = 'A share of a partial count needs the share of the vote that is counted.';
  return [{ field, detail, weight: 'missing' }];
}

const digits = (text: string): string => text.replace(/(?<=\d)[\s,.'’](?=\d{3}(?!\d))/g, '');

/** A number that is shown as the source's must stand in its sentence. */
function numberNotices({ values, source, kind }: FactContent): Notice[] {
  if (source.sentence === '') return [];
  const sentence = digits(source.sentence);
  return values
    .filter(({ unit, derived, value }) => unit === 'votes' && !derived && typeof value === 'number')
    .filter(({ value }) => !new RegExp(`(?<!\\d)${String(value)}(?!\\d)`).test(sentence))
    .map(({ name, value }) => ({
      field: `values.${name}`,
      detail: `${fieldTitle(kind, `values.${name}`)}: ${value.toLocaleString('en-NZ')} is not in the source’s sentence. Name the source that has it, in a fact of its own.`,
      weight: 'look',
    }));
}

function marginNotice({ kind, values, subject, status }: FactContent): Notice[] {
  const won = kind === 'electorate_flip' || (kind === 'electorate_result' && isObject(subject['winner']));
  if (!won || status === 'historical') return [];
  if (values.some(({ name }) => name === 'margin_votes' || name === 'lead_votes')) return [];
  const detail =
    'The source gives no majority: none is shown. One from elsewhere needs a fact with that source.';
  return [{ field: 'values.margin_votes', detail, weight: 'look' }];
}

function quoteNotices({ kind, quote, source }: FactContent): Notice[] {
  if (!quote) return [];
  if (source.sentence === '') {
    if (kind !== 'quote') return [];
    const detail = 'Without the source’s sentence nobody can check the quotation word for word.';
    return [{ field: 'source.sentence', detail, weight: 'look' }];
  }
  const problem = quotationProblem(quote.text, source.sentence);
  return problem ? [{ field: 'quote.text', detail: `Not verbatim: ${problem}.`, weight: 'wrong' }] : [];
}

const same = (text: string): string => text.normalize('NFC').toLowerCase();

function hedgeNotices({ hedges, onAir, quote }: FactContent): Notice[] {
  const shown = [onAir.headline, onAir.detail, onAir.label].filter((text) => text !== null);
  // nothing is written for air yet: then the statement is shown, or the words of the quotation
  if (shown.length === 0) return [];
  const text = same([...shown, quote?.text ?? ''].join(' '));
  return hedges
    .filter((hedge) => !text.includes(same(hedge)))
    .map((hedge) => ({
      field: 'hedges',
      detail: `The source says “${hedge}”; the words for air do not.`,
      weight: 'look',
    }));
}

function tallyNotices({ tally }: FactContent): Notice[] {
  const problems = tally ? tallyProblems(tally) : [];
  return problems.map((problem) => ({
    field: 'tally',
    detail: `The House does not add up: ${problem}.`,
    weight: 'wrong',
  }));
}

function timeNotices(fact: FactContent, now: number): Notice[] {
  return [
    ...(isStale(fact, now)
      ? [{ field: 'staleAfter', detail: 'It is stale: too old for air.', weight: 'look' as const }]
      : []),
    ...(isEmbargoed(fact, now)
      ? [{ field: 'embargoUntil', detail: 'It is embargoed: not for air yet.', weight: 'look' as const }]
      : []),
  ];
}

const ORDER: readonly Notice['weight'][] = ['wrong', 'missing', 'look'];

/**
 * Everything worth saying about a fact, the gravest first.
 * @param show whose parties the fact may name
 * @param now epoch milliseconds
 */
export function factNotices(fact: FactContent, show: Parties, now: number): Notice[] {
  const notices: Notice[] = [
    ...kindIssues(fact).map(({ field, detail }): Notice => ({
      field,
      detail: `${fieldTitle(fact.kind, field)} ${detail}.`,
      weight: 'wrong',
    })),
    ...unknownParties(fact, show),
    ...tallyNotices(fact),
    ...quoteNotices(fact),
    ...missingFields(fact),
    ...(fact.source.name === ''
      ? [{ field: 'source.name', detail: 'No source is named.', weight: 'missing' as const }]
      : []),
    ...(fact.onAir.advice === 'ok_with_label' && !fact.onAir.label
      ? [
          {
            field: 'onAir.label',
            detail: 'It is for air with a label only, and has none.',
            weight: 'missing' as const,
          },
        ]
      : []),
    ...countNotices(fact),
    ...numberNotices(fact),
    ...marginNotice(fact),
    ...hedgeNotices(fact),
    ...timeNotices(fact, now),
  ];
  return notices.sort((a, b) => ORDER.indexOf(a.weight) - ORDER.indexOf(b.weight));
}
