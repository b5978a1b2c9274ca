/** A value that React can watch: the smallest store that `useSyncExternalStore` needs. */
import { useSyncExternalStore } from 'react';

export interface Store<T> {
  get(): T;
  /** Merges; listeners run only when something is another value than before. */
  set(changes: Partial<T>): void;
  subscribe(listener: () => void): () => void;
}

export function createStore<T extends object>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(changes) {
      const keys = Object.keys(changes) as (keyof T)[];
      if (keys.every((key) => Object.is(value[key], changes[key]))) return;
      value = { ...value, ...changes };
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/**
 * Renders again only when the selected value is another one. The selector must return the same reference for
 * the same state: select parts, and build objects outside of it.
 */
export const useStore = <T extends object, R>(store: Store<T>, select: (value: T) => R): R =>
  useSyncExternalStore(store.subscribe, () => select(store.get()));
