/** A graphic's session as React sees it: made with the element that holds its frames, closed with it. */
import { useCallback, useState } from 'react';
import { createStore, useStore, type Store } from '../client/store.ts';
import { EMPTY, Session, type SessionState } from './session.ts';

export interface Held {
  session: Session | null;
  /** Goes on the element that the frames are put in. */
  attach(element: HTMLElement | null): (() => void) | undefined;
}

export function useSession(): Held {
  const [session, setSession] = useState<Session | null>(null);
  const attach = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined;
    const made = new Session(element);
    setSession(made);
    return () => {
      made.close();
      setSession(null);
    };
  }, []);
  return { session, attach };
}

const NONE: Store<SessionState> = createStore(EMPTY);

export const useSessionState = <R>(session: Session | null, select: (state: SessionState) => R): R =>
  useStore(session?.store ?? NONE, select);
