/** Who may open a socket: the same checks of host, origin and key as for pages. */
import type { IncomingMessage } from 'node:http';
import { admittedBy, hostKind, originAllowed, type Keys } from '../http/guard.ts';

interface Doors {
  keys: Keys;
  /** The station's, in a Host or an Origin. */
  names: readonly string[];
  port: number;
}

/** @returns the status line of a refusal, or whether the page may only look on */
export function admission(
  { url = '', headers }: IncomingMessage,
  { keys, names, port }: Doors,
): { refused: string } | { view: boolean } {
  const address = `http://station${url}`;
  if (!URL.canParse(address)) return { refused: '400 Bad Request' };
  const { pathname, searchParams } = new URL(address);
  if (pathname !== '/ws') return { refused: '404 Not Found' };
  if (hostKind(headers.host, port, names) !== 'station') return { refused: '403 Forbidden' };
  if (!originAllowed(headers.origin, port, names)) return { refused: '403 Forbidden' };
  const admitted = admittedBy(searchParams.get('key') ?? undefined, keys);
  return admitted === null ? { refused: '401 Unauthorized' } : { view: admitted === 'view' };
}
