/** What has been typed of a part that cannot be saved yet: there again when one comes back to the fact. */
import { useState } from 'react';
import { z } from 'zod';

const NAME = 'tallydesk.drafts';

function savedDrafts(): Map<string, object> {
  try {
    const saved: unknown = JSON.parse(sessionStorage.getItem(NAME) ?? '{}');
    return new Map(Object.entries(z.record(z.string(), z.looseObject({})).parse(saved)));
  } catch {
    // written by another version: an unfinished line is typed again
    return new Map();
  }
}

/** Outlives the page: another language loads it again. */
const kept = savedDrafts();
const save = (): void => sessionStorage.setItem(NAME, JSON.stringify(Object.fromEntries(kept)));

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
    save();
    setDraft(next);
  };
  const forget = () => {
    kept.delete(key);
    save();
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
