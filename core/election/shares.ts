/** A House from shares that somebody has rounded, as polls and broadcasters give them: a projection, and it says so. */
import { allocate, type Allocation } from './allocate.ts';
import { NEW_ZEALAND, type Contest } from './contest.ts';

export interface Shared {
  id: string;
  /** Per cent with one decimal at most, 0 to 100. */
  percent: number;
  electorates: number;
}

export interface Projection extends Allocation {
  projected: true;
  /** To be shown wherever the seats are. */
  sentence: string;
}

export const SHARES_SENTENCE =
  'A projection from shares rounded to one decimal: seats may differ from those that the votes give.';

const tenthsOf = (percent: number): number => Math.round(percent * 10);

/** Why these cannot be projected, one sentence each; empty where they can. */
export function shareProblems(parties: readonly Shared[]): string[] {
  const problems = parties.flatMap(({ id, percent }) => {
    if (!(percent >= 0 && percent <= 100)) return [`the share of "${id}" must be from 0 to 100 per cent`];
    const finer = Math.abs(percent * 10 - tenthsOf(percent)) > 1e-6;
    return finer ? [`the share of "${id}" has more than one decimal`] : [];
  });
  const tenths = parties.reduce((n, { percent }) => n + tenthsOf(percent), 0);
  // every share may be up to half a tenth off
  if (tenths > 1000 + Math.ceil(parties.length / 2))
    problems.push('the shares come to more than 100 per cent');
  return problems;
}

/**
 * Allocates by tenths of a per cent as if they were votes; the threshold is one of 100 %, whatever the shares come to.
 * In its parties, `votes` are those tenths.
 * @throws RangeError where `shareProblems` has something to say
 */
export function projectShares(
  parties: readonly Shared[],
  law: Partial<Omit<Contest, 'parties' | 'thresholdOf'>> = {},
): Projection {
  const [problem] = shareProblems(parties);
  if (problem !== undefined) throw new RangeError(problem);
  const contest: Contest = {
    ...NEW_ZEALAND,
    independents: 0,
    vacancies: 0,
    ...law,
    parties: parties.map(({ id, percent, electorates }) => ({ id, votes: tenthsOf(percent), electorates })),
    thresholdOf: 1000,
  };
  return { ...allocate(contest), projected: true, sentence: SHARES_SENTENCE };
}
