/**
 * Who sits where: which desk has which seat, what each is about, and what becomes of the take right when the desk that
 * holds it is gone.
 */
import type { FromStation, Seat, ToStation, Whereabouts } from '../../core/protocol.ts';
import type { Store } from '../store/store.ts';
import type { Sources } from '../world.ts';
import type { Session } from './session.ts';

type DeskHello = Extract<ToStation, { type: 'hello'; role: 'desk' }>;

/** A desk that is gone for longer loses the take right; a reload or a short break does not cost it. Milliseconds. */
export const GONE_AFTER_MS = 10_000;

export interface PresenceDeps {
  store: Store;
  sources: Sources;
  sessions: () => Iterable<Session>;
}

export class Presence {
  readonly #deps: PresenceDeps;
  /** Whose right is waited for, and since when it has been gone. */
  #gone: { seat: string; since: number } | null = null;

  constructor(deps: PresenceDeps) {
    this.#deps = deps;
  }

  get #desks(): Session[] {
    return [...this.#deps.sessions()].filter(({ isDesk }) => isDesk);
  }

  /** Every desk that has said where it is. Pages that only listen, as the workbench, are not among them. */
  seats(): Seat[] {
    return this.#desks.flatMap(({ where, seat, user, view, since }) =>
      where && user !== null ? [{ ...where, seat, user, view, since }] : [],
    );
  }

  /** Those that may hold the take right. */
  takers(): { seat: string; user: string }[] {
    return this.#desks.flatMap(({ seat, user, view }) => (user === null || view ? [] : [{ seat, user }]));
  }

  /**
   * Gives a desk the seat that it asks for, or a new one where another page sits there: a tab that was duplicated asks
   * for the seat of the first. A page that comes back before its old connection was missed takes its own seat again,
   * and whoever only looks on makes room for one that works.
   */
  sit(session: Session, { seat: wanted = '', page = '', view = false }: DeskHello): void {
    const holder = this.#desks.find((one) => one !== session && one.seat === wanted);
    const isItself = holder !== undefined && page !== '' && holder.page === page;
    session.view ||= view;
    if (isItself) holder.drop();
    else if (holder?.view && !session.view) this.#reseat(holder);
    const isFree = !holder || isItself || holder.seat !== wanted;
    session.page = page;
    session.seat = wanted === '' || !isFree ? this.#deps.sources.newId('seat') : wanted;
    session.since = this.#deps.sources.now();
  }

  #reseat(session: Session): void {
    session.seat = this.#deps.sources.newId('seat');
    session.send(this.messageFor(session));
  }

  moved(session: Session, { workspace, cue, fact, editing }: Whereabouts): void {
    const where = { workspace, cue, fact, editing };
    if (JSON.stringify(session.where) === JSON.stringify(where)) return;
    session.where = where;
    this.tell();
  }

  messageFor({ seat, view }: Session): FromStation {
    return { type: 'presence', you: seat, view, seats: this.seats() };
  }

  tell(): void {
    for (const session of this.#desks) session.send(this.messageFor(session));
  }

  /** Called again and again: takes the right from a desk that has been gone too long. */
  beat(): void {
    const { store, sources } = this.#deps;
    const { right } = store.state.air;
    const now = sources.now();
    if (right === null || this.takers().some(({ seat }) => seat === right.seat)) this.#gone = null;
    else if (this.#gone?.seat !== right.seat) this.#gone = { seat: right.seat, since: now };
    else if (now - this.#gone.since >= GONE_AFTER_MS) {
      this.#gone = null;
      store.dispatch({ type: 'right.lapse', seat: right.seat }, { by: 'station', internal: true });
    }
  }
}
