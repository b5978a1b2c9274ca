// Where the desk opens: seen, and never on an output.
import { expect, it } from 'vitest';
import { placeDesk, type DeskDisplay } from '../../../main/desktop/desk-place.ts';

const display = (id: number, x: number, over: Partial<DeskDisplay> = {}): DeskDisplay => {
  const bounds = { x, y: 0, width: 1920, height: 1080 };
  return { id, bounds, workArea: { ...bounds, height: 1040 }, ...over };
};
const one = display(1, 0);
const two = display(2, 1920);
const saved = { x: 2000, y: 100, width: 1400, height: 800 };

it('fills the main display at the first start, without its task bar', () => {
  expect(placeDesk({ saved: null, displays: [one, two], claimed: [], primary: 1 })).toEqual({
    bounds: one.workArea,
    display: 1,
  });
});

it('is where it was', () => {
  expect(placeDesk({ saved, displays: [one, two], claimed: [], primary: 1 })).toEqual({
    bounds: saved,
    display: 2,
  });
});

it('leaves a display that an output claims, and keeps its size', () => {
  expect(placeDesk({ saved, displays: [one, two], claimed: [2], primary: 1 })).toEqual({
    bounds: { x: 0, y: 0, width: 1400, height: 800 },
    display: 1,
  });
  // by a corner on the free one, yet mostly on the output
  const across = { ...saved, x: 1700 };
  expect(placeDesk({ saved: across, displays: [one, two], claimed: [2], primary: 1 })).toMatchObject({
    bounds: { x: 0 },
    display: 1,
  });
  expect(placeDesk({ saved: null, displays: [one, two], claimed: [1], primary: 1 }).display).toBe(2);
});

it('comes back to a display that is there', () => {
  expect(placeDesk({ saved, displays: [one], claimed: [], primary: 1 }).display).toBe(1);
  expect(placeDesk({ saved: { ...saved, y: -780 }, displays: [one, two], claimed: [], primary: 1 })).toEqual({
    bounds: { x: 0, y: 0, width: 1400, height: 800 },
    display: 1,
  });
});

it('is wholly on its display, and as large as it must be', () => {
  const half = { x: 1000, y: 900, width: 1400, height: 800 };
  expect(placeDesk({ saved: half, displays: [one], claimed: [], primary: 1 }).bounds).toEqual({
    x: 520,
    y: 240,
    width: 1400,
    height: 800,
  });
  const tiny = { x: 10, y: 10, width: 300, height: 200 };
  expect(placeDesk({ saved: tiny, displays: [one], claimed: [], primary: 1 }).bounds).toEqual({
    x: 10,
    y: 10,
    width: 1024,
    height: 600,
  });
  const small = display(3, 0, { workArea: { x: 0, y: 30, width: 800, height: 450 } });
  expect(placeDesk({ saved, displays: [small], claimed: [], primary: 3 }).bounds).toEqual({
    x: 0,
    y: 30,
    width: 800,
    height: 450,
  });
});

it('goes to the main display when outputs claim all: somebody must be able to change that', () => {
  expect(placeDesk({ saved, displays: [one, two], claimed: [1, 2], primary: 1 }).display).toBe(1);
  expect(placeDesk({ saved, displays: [], claimed: [], primary: 1 }).display).toBeNull();
});
