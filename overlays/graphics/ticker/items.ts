// Reads the items of a ticker.
import { choice, integer, list, party, required, text, type Data, type Party } from '../../kit/read.ts';
import { Refusal } from '../../kit/refusal.ts';
import type { Theme } from '../../kit/theme.ts';

const STATUS = ['stated', 'projected', 'leading', 'possible'] as const;
const WORD = { stated: '', projected: 'Projection', leading: 'Leading', possible: 'Possible' };

export interface Item {
  /** Path in the data. */
  field: string;
  label: string;
  text: string;
  /** The word of what is not certain; '' when it is. */
  word: string;
  party: Party | null;
}

export interface Items {
  items: Item[];
  mode: 'flip' | 'scroll';
  /** ms */
  hold: number;
  /** Pixels in a second. */
  speed: number;
  heading: string;
}

const MOST = 40;

function readItem(data: Data, i: number, theme: Theme): Item {
  try {
    return {
      field: `items.${i}`,
      label: text(data, 'label'),
      text: required(data, 'text'),
      word: WORD[choice(data, 'status', STATUS, 'stated')],
      party: party(data, 'party', theme),
    };
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(`items: entry ${i + 1}: ${error.message}`);
    throw error;
  }
}

function holdOf(data: Data): number {
  const { hold } = data;
  if (hold === undefined || hold === null) return 6000;
  if (typeof hold !== 'number' || !(hold >= 3 && hold <= 20))
    throw new Refusal('hold: must be a number of seconds from 3 to 20.');
  return Math.round(hold * 1000);
}

/** Reads a ticker. Throws a Refusal that names the field when it cannot be shown. */
export function readItems(data: Data, theme: Theme): Items {
  const items = list(data, 'items').map((entry, i) => readItem(entry, i, theme));
  if (items.length === 0) throw new Refusal('items: at least one item is required.');
  if (items.length > MOST) throw new Refusal(`items: at most ${MOST} can be shown.`);
  const speed = integer(data, 'speed', 60) ?? 150;
  if (speed > 400) throw new Refusal('speed: must be at most 400.');
  return {
    items,
    mode: choice(data, 'mode', ['flip', 'scroll'], 'flip'),
    hold: holdOf(data),
    speed,
    heading: text(data, 'heading'),
  };
}
