/** Arithmetic of a House: its majority, and whether a drawn House adds up. */
import { isObject, type JsonObject } from '../json.ts';

/** Seats needed to govern: ⌊House / 2⌋ + 1, never a fixed 61 (122 seats need 62). */
export const majorityOf = (house: number): number => Math.floor(house / 2) + 1;

const count = (value: unknown): number => (typeof value === 'number' ? value : 0);

const nameOf = ({ name }: JsonObject): string => (typeof name === 'string' ? name : 'a party');

/**
 * What is wrong with a House about to be drawn, as a sentence; null when it adds up.
 * Seats that nobody holds yet are allowed: they are drawn hollow.
 */
export function houseProblem(data: JsonObject): string | null {
  const { house, majority, vacant, parties } = data;
  if (typeof house !== 'number' || !Array.isArray(parties)) return null;
  // not every graphic with a House draws its majority
  if (majority !== undefined && majority !== majorityOf(house)) {
    return `a House of ${house} needs ${majorityOf(house)} to govern, not ${JSON.stringify(majority)}`;
  }
  const rows = parties.filter(isObject);
  const held = rows.reduce(
    (n, row) => n + count(row['seats']) + count(row['leading']) + count(row['projected']),
    0,
  );
  if (held + count(vacant) > house) {
    return `the parties and vacancies come to ${held + count(vacant)} seats, but the House has ${house}`;
  }
  const over = rows.find((row) => count(row['overhang']) > count(row['seats']));
  if (over) return `${nameOf(over)} has more overhang than seats`;
  return null;
}
