/** The desk's words for its small pictures of numbers. A part of text.ts. */
import type { SeatKind } from '../../core/election/hemicycle.ts';

const n = (value: number): string => value.toLocaleString('en-NZ');

export const pictures = {
  seatKinds: {
    won: 'known',
    leading: 'leading',
    projected: 'projected',
    vacant: 'vacant',
    unknown: 'not known',
  } satisfies Record<SeatKind, string>,
  overhang: 'overhang',
  toGovern: (majority: number) => `${majority} to govern`,
  house: (house: number) => `House of ${house}`,
  seats: 'seats',
  count: (count: number, word: string) => `${n(count)} ${word}`,
  sentence: (parts: readonly string[]) => `${parts.join(', ')}.`,
  gone: (party: string) => `${party} (not in this show)`,
  threshold: (percent: number) => `${percent}% threshold`,
  below: 'below the threshold',
  was: (share: string) => `was ${share}`,
  bars: 'Party vote',
  counted: (percent: number) => `${percent}% counted`,
  countUnknown: 'Share counted not known',
  finals: (final: number, total: number | null) =>
    total === null ? `${n(final)} electorates final` : `${n(final)} of ${n(total)} electorates final`,
  votes: (votes: number) => `${n(votes)} votes`,
};
