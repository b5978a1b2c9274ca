/**
 * The desk's line to the station: hello, snapshot, patches, commands; reconnects by itself, first at once and
 * then ever slower. Everything that arrives is parsed, and what cannot be read asks for a snapshot.
 */
import type { CommandInput } from '../../core/commands/registry.ts';
import { sameJson, type JsonObject } from '../../core/json.ts';
import { FromStation, PROTOCOL, type ToStation, type Whereabouts } from '../../core/protocol.ts';
import { newStageId } from '../../overlays/host/origins.ts';
import { text } from '../text.ts';
import { emptyMirror, reflect, type Mirror } from './mirror.ts';
import { createPending, type Result } from './pending.ts';
import { createStore, type Store } from './store.ts';

/** `old`: connected, but what is shown is not known to be current until the next snapshot. */
export type Line = 'connecting' | 'open' | 'old' | 'closed';

export interface Station extends Mirror {
  line: Line;
  /** Why the station closed the connection, in its words. */
  goodbye: string | null;
}

/** Which desk it is to the others. */
export interface SeatHere {
  /** Empty: the station gives it one. */
  seat: string;
  /** It only looks on. */
  view: boolean;
  /** The station says which seat this is. */
  onSeat(seat: string): void;
}

/** Of a page that is nobody's desk. */
const NO_SEAT: SeatHere = { seat: '', view: false, onSeat: () => undefined };

export interface Client {
  store: Store<Station>;
  send(command: CommandInput): Promise<Result>;
  /** Says who sits here, by a new connection: approvals carry the name. */
  signIn(user: string): void;
  /** Tells the other desks where this one is, now and after each break of the line. */
  tellWhere(where: Whereabouts): void;
  close(): void;
}

const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 4000;

/** This page's clock was set, or the machine slept: times of the station are told by a wrong offset until a snapshot comes. */
const CLOCK_JUMP_MS = 1000;
const LOOK_MS = 2000;
/** The station speaks every second: after so many looks without a word the line is broken, whatever TCP thinks. */
const QUIET_LOOKS = 3;

/** The clock that can be set against the one that only runs. */
const clockSkew = (): number => Date.now() - performance.now();

/** How long to wait before the attempt after `failures` failed ones. */
export const waitMs = (failures: number): number =>
  Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures, 10));

export function openClient(url: string, firstUser: string, here: SeatHere = NO_SEAT): Client {
  const store = createStore<Station>({ ...emptyMirror, line: 'connecting', goodbye: null });
  const pending = createPending((run, ms) => void setTimeout(run, ms));
  let user = firstUser;
  let { seat } = here;
  let where: Whereabouts | null = null;
  // of this load of the page: the station knows by it that a desk which comes back is the same
  const page = newStageId(crypto.getRandomValues(new Uint8Array(10)));
  let socket: WebSocket | null = null;
  let failures = 0;
  let finished = false;
  let skew = clockSkew();
  let quiet = 0;

  const tell = (message: ToStation) => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
  };

  const resync = () => {
    // one question is enough: patches that follow the gap must not ask again
    if (store.get().line !== 'open') return;
    store.set({ line: 'old' });
    tell({ type: 'resync' });
  };

  const receive = (data: unknown) => {
    quiet = 0;
    const message = readMessage(data);
    if (!message) return resync();
    if (message.type === 'result') pending.settle(message);
    if (message.type === 'presence' && message.you !== seat) {
      seat = message.you;
      here.onSeat(seat);
    }
    if (message.type === 'bye') store.set({ goodbye: message.detail });
    const reflection = reflect(store.get(), message, Date.now());
    if (reflection.ok) {
      const fresh = message.type === 'snapshot';
      if (fresh) {
        failures = 0;
        skew = clockSkew();
      }
      store.set({ ...reflection.mirror, ...(fresh ? { line: 'open', goodbye: null } : {}) });
    } else if (reflection.why === 'gap') resync();
    else store.set({ line: 'old', goodbye: text.connection.unreadable });
  };

  const dial = () => {
    if (finished) return;
    const mine = new WebSocket(url);
    socket = mine;
    mine.onopen = () => {
      tell({ type: 'hello', protocol: PROTOCOL, role: 'desk', user, seat, page, view: here.view });
      if (where) tell({ type: 'presence', ...where });
    };
    mine.onmessage = (event: MessageEvent<unknown>) => {
      if (socket === mine) receive(event.data);
    };
    mine.onclose = () => {
      if (socket === mine) lose();
    };
  };
  const lose = (wait = waitMs(failures++)) => {
    const dead = socket;
    socket = null;
    quiet = 0;
    pending.loseAll();
    store.set({ line: 'closed' });
    dead?.close();
    setTimeout(dial, wait);
  };
  dial();
  const watch = setInterval(() => {
    if (Math.abs(clockSkew() - skew) > CLOCK_JUMP_MS) resync();
    if (socket !== null && (quiet += 1) > QUIET_LOOKS) lose();
  }, LOOK_MS);

  return {
    store,
    send(command) {
      if (store.get().line === 'closed' || socket?.readyState !== WebSocket.OPEN) {
        return Promise.resolve({ ok: false, code: 'not_connected', detail: text.connection.refused });
      }
      const { id, result } = pending.add();
      const mode = store.get().state?.air.mode;
      tell({
        type: 'command',
        id,
        command: command as unknown as JsonObject,
        ...(mode === undefined ? {} : { mode }),
      });
      return result;
    },
    signIn(name) {
      if (name === user) return;
      user = name;
      if (socket) lose(FIRST_WAIT_MS);
    },
    tellWhere(next) {
      if (sameJson(where, next)) return;
      where = next;
      tell({ type: 'presence', ...next });
    },
    close() {
      finished = true;
      clearInterval(watch);
      socket?.close();
    },
  };
}

function readMessage(data: unknown): FromStation | null {
  if (typeof data !== 'string') return null;
  let json: unknown;
  try {
    json = JSON.parse(data);
  } catch {
    // not JSON: the caller treats it as a gap
    return null;
  }
  const parsed = FromStation.safeParse(json);
  return parsed.success ? parsed.data : null;
}
