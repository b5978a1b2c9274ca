/** Something the station is asked for while it is looked at, and again when what it depends on has changed. */
import { useCallback, useEffect, useState } from 'react';
import type { z } from 'zod';
import { askStation } from '../../client/rest.ts';
import { useDesk } from '../../client/desk.ts';

export interface Asked<T> {
  /** What was answered last; null until there is an answer. */
  data: T | null;
  /** The last question was not answered. */
  failed: boolean;
  again(): void;
}

/** One passes by facts with the arrow keys: only where one stays is asked. Milliseconds. */
const STAY_MS = 120;

/** @param depends another value asks again; null asks nothing */
export function useRest<T>(path: string, schema: z.ZodType<T>, depends: string | null): Asked<T> {
  const desk = useDesk();
  const [data, setData] = useState<T | null>(null);
  const [failed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (depends === null) return;
    const broken = new AbortController();
    const ask = async () => {
      const answer = await askStation(desk, path, schema, { signal: broken.signal });
      if (broken.signal.aborted) return;
      setFailed(!answer.ok);
      if (answer.ok) setData(answer.body);
    };
    const timer = setTimeout(() => void ask(), STAY_MS);
    return () => {
      clearTimeout(timer);
      broken.abort();
    };
  }, [desk, path, schema, depends, tries]);
  const again = useCallback(() => setTries((n) => n + 1), []);
  return { data, failed, again };
}
