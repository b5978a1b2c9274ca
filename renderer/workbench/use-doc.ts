/** The data on the bench: of a fixture, of a fact or typed. It is nobody else's: nothing of it is saved. */
import { useCallback, useEffect, useState } from 'react';
import type { JsonObject } from '../../core/json.ts';
import type { Graphic } from '../../core/schema/manifest.ts';
import { fetchFixture, firstFixture } from './fixtures.ts';

export interface Doc {
  /** False until the first data is there. */
  ready: boolean;
  data: JsonObject;
  /** The fixture it began as; null: the model's defaults, or a fact. */
  fixture: string | null;
  /** The statement of the fact that it was made of. */
  fact: string | null;
  isEdited: boolean;
  /** Grows with every fixture that was read. */
  round: number;
  /** Why a fixture could not be read. */
  problem: string | null;
  pick(fixture: string | null): void;
  edit(data: JsonObject): void;
  take(statement: string, data: JsonObject): void;
}

type State = Omit<Doc, 'pick' | 'edit' | 'take'>;

const begin = (fixture: string | null): State => ({
  ready: false,
  data: {},
  fixture,
  fact: null,
  isEdited: false,
  round: 0,
  problem: null,
});

/** @param fixture as the address says; null: the first */
export function useDoc(graphic: Graphic, fixture: string | null): Doc {
  const [state, setState] = useState(() => begin(fixture ?? firstFixture(graphic)));
  const [asked, setAsked] = useState({ graphic, name: state.fixture });
  useEffect(() => {
    let isWanted = true;
    void fetchFixture(asked.graphic, asked.name).then((answer) => {
      if (!isWanted) return;
      const base = { ...begin(asked.name), ready: true };
      const got = answer.ok ? { data: answer.data } : { problem: answer.why };
      setState(({ round }) => ({ ...base, ...got, round: round + 1 }));
    });
    return () => {
      isWanted = false;
    };
  }, [asked]);
  const pick = useCallback((name: string | null) => setAsked({ graphic, name }), [graphic]);
  const edit = useCallback(
    (data: JsonObject) => setState((old) => ({ ...old, data, isEdited: true, problem: null })),
    [],
  );
  const take = useCallback(
    (statement: string, data: JsonObject) =>
      setState(({ round }) => ({ ...begin(null), round, ready: true, data, fact: statement })),
    [],
  );
  return { ...state, pick, edit, take };
}
