/** What this browser remembers of its seat: who sits there. Never anything of the show. */
import { z } from 'zod';
import { CueId } from '../../core/ids.ts';

const NAME = 'tallydesk.user';
const KEYS = 'tallydesk.function-keys';

const FunctionKeys = z.record(z.string(), CueId);

export const DEFAULT_USER = 'operator';

export const savedUser = (): string => localStorage.getItem(NAME)?.trim().slice(0, 80) || DEFAULT_USER;

export const saveUser = (user: string): void => localStorage.setItem(NAME, user);

/** Function keys from when each browser had its own; none when there are none, or they cannot be read. */
export function oldFunctionKeys(): Readonly<Record<string, CueId>> {
  try {
    return FunctionKeys.parse(JSON.parse(localStorage.getItem(KEYS) ?? '{}'));
  } catch {
    // written by another version or by hand: an operator assigns a key again in a second
    return {};
  }
}

export const forgetOldFunctionKeys = (): void => localStorage.removeItem(KEYS);
