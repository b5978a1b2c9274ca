/** What an arc shows, in words: for readers of the screen, and for whoever cannot tell the colours. Pure. */
import { seatCounts, type SeatKind } from '../../core/election/hemicycle.ts';
import { majorityOf } from '../../core/election/house.ts';
import type { Tally } from '../../core/schema/fact.ts';
import type { Show } from '../../core/schema/show.ts';
import { text } from '../text.ts';

const { pictures: t } = text;

export type Parties = Show['parties'];

export const partyName = (parties: Parties, id: string): string => parties.byId[id]?.short ?? t.gone(id);

/** Colour of a party that the show does not have. */
export const NO_COLOUR = '#8c9aa7';

export const partyColour = (parties: Parties, id: string): string => parties.byId[id]?.colour ?? NO_COLOUR;

type Row = Tally['rows'][number];

/** "57 + 1 leading (2 overhang)": a number that is all known stands alone. */
export function seatWords({ seats, leading, projected, overhang }: Row): string {
  const held = [
    seats > 0 || leading + projected === 0 ? String(seats) : '',
    leading > 0 ? t.count(leading, t.seatKinds.leading) : '',
    projected > 0 ? t.count(projected, t.seatKinds.projected) : '',
  ].filter(Boolean);
  return held.join(' + ') + (overhang > 0 ? ` (${t.count(overhang, t.overhang)})` : '');
}

const hasSeats = ({ seats, leading, projected }: Row): boolean => seats + leading + projected > 0;

/** The whole arc as a sentence. */
export function arcSentence(tally: Tally, parties: Parties): string {
  const counts = seatCounts(tally);
  const rest = (['vacant', 'unknown'] satisfies SeatKind[]).filter((kind) => counts[kind] > 0);
  return t.sentence([
    t.house(tally.house),
    t.toGovern(majorityOf(tally.house)),
    ...tally.rows.filter(hasSeats).map((row) => `${partyName(parties, row.party)} ${seatWords(row)}`),
    ...rest.map((kind) => t.count(counts[kind], t.seatKinds[kind])),
  ]);
}

/** Of the parties that have seats, those on the left first, as they sit. */
export function rowsAsSeated({ rows }: Tally): Row[] {
  const held = rows.filter(hasSeats);
  return [...held.filter(({ side }) => side === 'left'), ...held.filter(({ side }) => side === 'right')];
}
