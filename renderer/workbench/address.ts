/** What is open, as it stands after the "#" of the workbench's address: `#<graphic>` or `#<graphic>/<fixture>`. Pure. */

export interface Place {
  graphic: string;
  /** Null: its first fixture. */
  fixture: string | null;
}

const plain = (part: string): string | null => {
  try {
    return decodeURIComponent(part);
  } catch {
    // a stray "%" typed by hand: such a place is nowhere
    return null;
  }
};

/** @returns null for the gallery */
export function readPlace(hash: string): Place | null {
  const [graphic = '', fixture = ''] = hash.replace(/^#/, '').split('/').map(plain);
  return graphic ? { graphic, fixture: fixture || null } : null;
}

export const placeHash = ({ graphic, fixture }: Place): string =>
  `#${encodeURIComponent(graphic)}${fixture === null ? '' : `/${encodeURIComponent(fixture)}`}`;
