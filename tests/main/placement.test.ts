// Where the program output goes.
import { expect, it } from 'vitest';
import { placeOutput } from '../../main/desktop/placement.ts';

const display = (id: number, x: number) => ({ id, bounds: { x, y: 0, width: 1920, height: 1080 } });

it('is fullscreen on the first display that is not the operator’s', () => {
  const [first, second, third] = [display(1, 0), display(2, 1920), display(3, 3840)];
  expect(placeOutput([first, second, third], first)).toEqual({ fullscreen: true, bounds: second.bounds });
  expect(placeOutput([first, second], second)).toEqual({ fullscreen: true, bounds: first.bounds });
});

it('never covers the operator’s only display', () => {
  expect(placeOutput([display(1, 0)], display(1, 0))).toMatchObject({ fullscreen: false });
  expect(placeOutput([], display(1, 0))).toMatchObject({ fullscreen: false });
});
