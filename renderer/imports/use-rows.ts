/** Rows of a preview in pages, fetched as they come into sight: ten thousand of them would be slow to send and to keep. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { z } from 'zod';
import { ImportRow, type ImportKind } from '../../core/feeds/rest.ts';
import { useDesk } from '../client/desk.ts';
import { askStation } from '../client/rest.ts';

const PAGE = 100;

const Rows = z.object({ rows: z.array(ImportRow), total: z.number() });

export interface RowPages {
  /** Null while it is on its way. */
  rowAt(at: number): ImportRow | null;
  /** Wants a row, and with it its page. */
  ask(at: number): void;
}

export function useRows(id: string, only: ImportKind | null): RowPages {
  const desk = useDesk();
  // one map for each question: an answer to an older one is of no use
  const pages = useMemo(
    () => ({ of: [id, only], byPage: new Map<number, readonly ImportRow[] | 'asked'>() }),
    [id, only],
  );
  const [answered, setAnswered] = useState(0);
  useEffect(() => setAnswered(0), [pages]);
  const ask = useCallback(
    (at: number) => {
      const page = Math.floor(at / PAGE);
      if (pages.byPage.has(page)) return;
      pages.byPage.set(page, 'asked');
      const query = new URLSearchParams({ from: String(page * PAGE), limit: String(PAGE) });
      if (only) query.set('only', only);
      void askStation(desk, `/imports/${id}/rows?${query}`, Rows).then((answer) => {
        if (answer.ok) pages.byPage.set(page, answer.body.rows);
        else {
          pages.byPage.delete(page);
          desk.say(answer.code, answer.detail);
        }
        setAnswered((n) => n + 1);
      });
    },
    [desk, id, only, pages],
  );
  const rowAt = useCallback(
    (at: number): ImportRow | null => {
      const rows = pages.byPage.get(Math.floor(at / PAGE));
      return rows === undefined || rows === 'asked' ? null : (rows[at % PAGE] ?? null);
    },
    // eslint-disable-next-line react-hooks/exhaustive-deps -- another function for each answer, so that the list draws again
    [pages, answered],
  );
  return { rowAt, ask };
}
