/**
 * What keeps the stand-in honest: a member that it does not have throws with its name and is listed, and so does
 * listening to an event that it never fires. A silent no-op would let a test pass that says nothing.
 */
import { EventEmitter } from 'node:events';

/** Everything that the app asked for in vain. */
export const unknownMembers: string[] = [];

export function unknown(name: string): never {
  unknownMembers.push(name);
  throw new Error(`Electron stand-in: ${name} is not implemented (tests/support/electron-stand-in)`);
}

/** What JavaScript and its inspectors look up on any object. */
const HARMLESS = new Set(['then', 'toJSON', 'constructor', 'domain', 'inspect', 'splice']);

/** Stands at the end of a prototype chain: a look-up that comes this far has found nothing. */
const endOf = (name: string, end: object): object =>
  new Proxy(end, {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || key in target || key.startsWith('_') || HARMLESS.has(key))
        return Reflect.get(target, key, receiver) as unknown;
      return unknown(`${name}.${key}`);
    },
  });

/** A plain object of functions that throws for every other member. */
export function strict<T extends object>(name: string, members: T): T {
  Object.setPrototypeOf(members, endOf(name, Object.prototype));
  return members;
}

/** Makes a class strict: for its instances, whatever neither it nor its parents have throws. */
export function strictClass(name: string, one: { prototype: object }): void {
  Object.setPrototypeOf(one.prototype, endOf(name, Object.getPrototypeOf(one.prototype) as object));
}

type Heard = () => void;

/**
 * The names of the events that the given function listens to. It is written against Electron's own type and run on
 * a recorder, so an event that an upgrade renames breaks the build.
 */
export function eventsOf<T>(listenToAll: (from: T, heard: Heard) => void): ReadonlySet<string> {
  const names = new Set<string>();
  const recorder = {
    on(name: string) {
      names.add(name);
      return recorder;
    },
  };
  listenToAll(recorder as T, () => undefined);
  return names;
}

type AnyListener = (...args: never[]) => void;

/** An emitter that refuses listeners for events that it never fires. */
export class StrictEmitter extends EventEmitter {
  readonly #name: string;
  readonly #events: ReadonlySet<string>;

  constructor(name: string, events: ReadonlySet<string>) {
    super();
    this.#name = name;
    this.#events = events;
    this.setMaxListeners(0);
  }

  #known(event: string | symbol): void {
    if (typeof event === 'string' && !this.#events.has(event)) unknown(`${this.#name}.on('${event}')`);
  }

  override on(event: string | symbol, listener: AnyListener): this {
    this.#known(event);
    return super.on(event, listener as (...args: unknown[]) => void);
  }

  override addListener(event: string | symbol, listener: AnyListener): this {
    return this.on(event, listener);
  }

  override once(event: string | symbol, listener: AnyListener): this {
    this.#known(event);
    return super.once(event, listener as (...args: unknown[]) => void);
  }

  /** Fires an event with a `preventDefault`. @returns whether it was prevented */
  ask(event: string, details: object = {}, ...args: unknown[]): boolean {
    let prevented = false;
    const asked = {
      ...details,
      get defaultPrevented() {
        return prevented;
      },
      preventDefault: () => {
        prevented = true;
      },
    };
    this.emit(event, asked, ...args);
    return prevented;
  }
}
