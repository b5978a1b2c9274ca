/** What has been typed of a part that cannot be saved yet: there again when one comes back to the fact. */
import { useState } from 'react';

const kept = new Map<string, object>();

/**
 * @param key of the fact and the part of the form
 * @returns what is typed, a way to change some of it, and one to forget it once it is saved
 */
export function useKeptDraft<T extends object>(
  key: string,
  empty: T,
): [draft: T, change: (some: Partial<T>) => void, forget: () => void] {
  // what was kept under a key is of the shape that this part of the form has
  const [draft, setDraft] = useState<T>(() => ({ ...empty, ...kept.get(key) }));
  const change = (some: Partial<T>) => {
    const next = { ...draft, ...some };
    kept.set(key, next);
    setDraft(next);
  };
  const forget = () => {
    kept.delete(key);
    setDraft(empty);
  };
  return [draft, change, forget];
}

/** Whether the keyboard has left the group of fields, not only one of them. */
export const hasLeft = ({
  currentTarget,
  relatedTarget,
}: {
  currentTarget: Element;
  relatedTarget: EventTarget | null;
}): boolean => !(relatedTarget instanceof Node && currentTarget.contains(relatedTarget));
