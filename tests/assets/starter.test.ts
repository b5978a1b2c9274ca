// The graphic that `graphics:new` begins with: what moves is never cut short by an update. In a page made of stand-ins.
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { z } from 'zod';

interface Starter {
  load(params: object): Promise<unknown>;
  playAction(): Promise<unknown>;
  updateAction(params: object): Promise<unknown>;
  dispose(): Promise<unknown>;
}
const Module = z.object({ default: z.custom<new () => Starter>((value) => typeof value === 'function') });

/** An animation that goes on until it is cancelled. */
class Moving {
  state = 'running';
  readonly of: string;
  #drop: (reason: Error) => void = () => undefined;
  readonly finished = new Promise<void>((_, reject) => {
    this.#drop = reject;
  });

  constructor(of: string) {
    this.of = of;
  }

  cancel(): void {
    this.state = 'cancelled';
    this.#drop(new Error('cancelled'));
  }
}

const animations: Moving[] = [];

/** A part of the picture; every text fits. */
function part(name: string) {
  const classes = new Set<string>();
  return {
    textContent: '',
    offsetWidth: 100,
    offsetHeight: 80,
    style: { setProperty: () => undefined },
    classList: {
      add: (one: string) => classes.add(one),
      remove: (one: string) => classes.delete(one),
      contains: (one: string) => classes.has(one),
      toggle: (one: string, on: boolean) => (on ? classes.add(one) : classes.delete(one)),
    },
    animate: () => {
      const one = new Moving(name);
      animations.push(one);
      return one;
    },
  };
}

class Page {
  shadowRoot: object | null = null;

  attachShadow() {
    const parts = new Map<string, ReturnType<typeof part>>();
    const querySelector = (path: string) => {
      const known = parts.get(path) ?? part(path.slice(1));
      parts.set(path, known);
      return known;
    };
    this.shadowRoot = { innerHTML: '', querySelector, replaceChildren: () => undefined };
    return this.shadowRoot;
  }
}

beforeAll(() => {
  vi.stubGlobal('HTMLElement', Page);
  vi.stubGlobal('document', { fonts: { add: () => undefined } });
  vi.stubGlobal('getComputedStyle', () => ({ fontSize: '72px' }));
  vi.stubGlobal(
    'FontFace',
    class {
      load = () => Promise.resolve(this);
    },
  );
});
afterAll(() => vi.unstubAllGlobals());

const soon = () => new Promise((resolve) => setTimeout(resolve, 0));

it('goes on with its entrance, whatever an update brings', async () => {
  const { default: Starter } = Module.parse(
    await import(new URL('../../assets/new-graphic/graphic.mjs', import.meta.url).href),
  );
  const graphic = new Starter();
  await graphic.load({ data: { name: 'Ana', role: 'Reporter' } });
  void graphic.playAction();
  await soon();
  const entrance = [...animations];
  expect(entrance.map(({ of }) => of)).toEqual(['bar', 'ground', 'name', 'role']);

  await graphic.updateAction({ data: { name: 'Ana' } });
  expect(animations).toHaveLength(4);
  void graphic.updateAction({ data: { name: 'Ana Two' } });
  await soon();
  expect(animations.slice(4).map(({ of }) => of)).toEqual(['name']);
  expect(entrance.map(({ state }) => state)).toEqual(Array.from({ length: 4 }, () => 'running'));

  await graphic.dispose();
  expect(animations.map(({ state }) => state)).toEqual(Array.from({ length: 5 }, () => 'cancelled'));
});
