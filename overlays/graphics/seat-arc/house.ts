// Reads the data of a House and words what follows from it.
import { choice, integer, list, partyFrom, required, text, type Data, type Party } from '../../kit/read.ts';
import { Refusal } from '../../kit/refusal.ts';
import type { Theme } from '../../kit/theme.ts';
import { planSeats, totalOf, type PartySeats, type PlannedSeat } from '../../kit/seat-plan.ts';

export type HouseParty = Party & PartySeats;

export interface Bloc {
  label: string;
  /** Indices into the list of parties. */
  members: number[];
  total: number;
}

export interface House {
  title: string;
  label: string;
  source: string;
  note: string;
  status: 'final' | 'partial' | 'projected';
  house: number;
  majority: number;
  vacant: number;
  unknown: number;
  parties: HouseParty[];
  blocs: Bloc[];
  plan: PlannedSeat[];
  /** In the upper part of the picture, so that a lower third can stand under it. */
  above: boolean;
}

/** Most parties that the list beside the arc can name. */
export const MOST_PARTIES = 15;
const MOST_BLOCS = 3;

function readParty(data: Data, i: number, theme: Theme): HouseParty {
  const who = partyFrom(data, `parties: entry ${i + 1}`, theme);
  const n = (field: string): number => integer(data, field) ?? 0;
  const seats = n('seats');
  const overhang = n('overhang');
  if (overhang > seats) throw new Refusal(`parties: ${who.short} has more overhang seats than seats.`);
  const side = choice(data, 'side', ['left', 'right'], 'left');
  return { ...who, seats, leading: n('leading'), projected: n('projected'), overhang, side };
}

function readBlocs(data: Data, parties: readonly HouseParty[]): Bloc[] {
  const blocs = list(data, 'blocs').map((entry, i): Bloc => {
    const ids: unknown = entry['parties'];
    if (!Array.isArray(ids)) throw new Refusal(`blocs: entry ${i + 1} needs a list of parties.`);
    const members = ids.map((id: unknown) => {
      const index = parties.findIndex((party) => party.id === id);
      if (index < 0) throw new Refusal(`blocs: “${String(id)}” is not one of the parties.`);
      return index;
    });
    const total = members.reduce((sum, m) => sum + totalOf(parties[m] as HouseParty), 0);
    return { label: required(entry, 'label'), members, total };
  });
  const all = blocs.flatMap((bloc) => bloc.members);
  if (new Set(all).size < all.length) throw new Refusal('blocs: a party can be in one bloc only.');
  if (blocs.length > MOST_BLOCS) throw new Refusal(`blocs: at most ${MOST_BLOCS} can be shown.`);
  return blocs;
}

/** Reads a House. Throws a Refusal that names the field when it cannot be shown. */
export function readHouse(data: Data, theme: Theme): House {
  const need = (field: string): number => {
    const n = integer(data, field, 1);
    if (n === null) throw new Refusal(`${field}: is required and is empty.`);
    return n;
  };
  required(data, 'status');
  const parties = list(data, 'parties').map((entry, i) => readParty(entry, i, theme));
  if (parties.length === 0) throw new Refusal('parties: at least one party is required.');
  if (parties.length > MOST_PARTIES) throw new Refusal(`parties: at most ${MOST_PARTIES} can be listed.`);
  const house = need('house');
  if (house > 800) throw new Refusal('house: at most 800 seats can be drawn.');
  const majority = need('majority');
  if (majority > house) throw new Refusal('majority: is larger than the House.');
  const vacant = integer(data, 'vacant') ?? 0;
  const plan = planSeats(house, parties, vacant);
  return {
    title: required(data, 'title'),
    label: required(data, 'label'),
    source: required(data, 'source'),
    note: text(data, 'note'),
    status: choice(data, 'status', ['final', 'partial', 'projected'], 'partial'),
    house,
    majority,
    vacant,
    unknown: plan.filter((seat) => seat.kind === 'unknown').length,
    parties,
    blocs: readBlocs(data, parties),
    plan,
    above: choice(data, 'layout', ['full', 'above'], 'full') === 'above',
  };
}

/** How a bloc stands against the majority. Anything but a final result is said to be on current numbers. */
export function verdict(total: number, house: Pick<House, 'majority' | 'status'>): string {
  const over = total - house.majority;
  const words = over < 0 ? `${-over} short` : over === 0 ? 'Exactly enough' : `${over} more than needed`;
  return house.status === 'final' ? words : `${words} on current numbers`;
}

/** The seats of a party that are not certain, in words; '' when all are. */
export function uncertain(party: PartySeats): string {
  return [
    party.leading > 0 && party.seats > 0 && `${party.seats} won`,
    party.leading > 0 && `${party.leading} leading`,
    party.projected > 0 && party.projected < totalOf(party) && `${party.projected} projected`,
  ]
    .filter((part) => part !== false)
    .join(', ');
}
