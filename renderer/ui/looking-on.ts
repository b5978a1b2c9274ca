/** On a desk that only looks on, whatever acts is greyed and says why: buttons ask here, so that no part of the desk has to. */
import { createContext, useContext } from 'react';

/** Why nothing can be done from this page; null where it can. */
export const LookingOn = createContext<string | null>(null);

export const useLookingOn = (): string | null => useContext(LookingOn);
