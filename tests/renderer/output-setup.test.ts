/** The pure half of “Set up outputs”: the map of displays, which of them takes a key, a new output's name. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut, type Box } from '../../renderer/output-setup/display-map.ts';
import { freeName } from '../../renderer/output-setup/free-name.ts';
import { keyMisfit } from '../../core/outputs/key-display.ts';
import { display } from '../support/displays.ts';

const box: Box = { width: 656, height: 112 };

const bounds = fc.record({
  x: fc.integer({ min: -8000, max: 8000 }),
  y: fc.integer({ min: -4000, max: 4000 }),
  width: fc.integer({ min: 320, max: 7680 }),
  height: fc.integer({ min: 320, max: 4320 }),
});
const displays = fc
  .array(bounds, { minLength: 1, maxLength: 6 })
  .map((all) => all.map((one, i) => display(i + 1, { bounds: one })));

describe('the map of displays', () => {
  it('keeps every display inside its box, and all to one scale', () => {
    fc.assert(
      fc.property(displays, (all) => {
        const tiles = layOut(all, box);
        expect(tiles).toHaveLength(all.length);
        for (const { display: one, x, y, width, height } of tiles) {
          expect(Math.min(x, y)).toBeGreaterThan(-0.001);
          expect(x + width).toBeLessThan(box.width + 0.001);
          expect(y + height).toBeLessThan(box.height + 0.001);
          expect(width / one.bounds.width).toBeCloseTo(height / one.bounds.height, 6);
        }
        const scales = tiles.map(({ display: one, width }) => width / one.bounds.width);
        expect(Math.max(...scales) - Math.min(...scales)).toBeLessThan(1e-9);
      }),
    );
  });

  it('keeps displays where they stand to each other, and reads from the left', () => {
    const left = display(7, { bounds: { x: -1920, y: 0, width: 1920, height: 1080 } });
    const above = display(8, { bounds: { x: 0, y: -1080, width: 1920, height: 1080 } });
    const home = display(9, { bounds: { x: 0, y: 0, width: 1920, height: 1080 } });
    const tiles = layOut([home, above, left], box);
    expect(tiles.map((tile) => tile.display.id)).toEqual([7, 8, 9]);
    const [l, a, h] = tiles;
    expect((l?.x ?? 0) + (l?.width ?? 0)).toBeCloseTo(h?.x ?? 0);
    expect((a?.y ?? 0) + (a?.height ?? 0)).toBeCloseTo(h?.y ?? 0);
  });

  it('draws a lone display small, in the middle, and no display not at all', () => {
    const [only] = layOut([display(1)], { width: 656, height: 400 });
    expect(only?.width).toBe(240);
    expect((only?.x ?? 0) + 120).toBe(328);
    expect(layOut([], box)).toEqual([]);
  });
});

describe('the display of a key', () => {
  const fill = display(1);
  it('is the next on either side, of the same size and scale', () => {
    expect(keyMisfit(fill, display(2))).toBeNull();
    expect(keyMisfit(fill, fill)).toBe('same');
    expect(keyMisfit(fill, display(3))).toBe('place');
    expect(keyMisfit(display(2), fill)).toBeNull();
    expect(keyMisfit(fill, display(2, { scale: 1.25 }))).toBe('size');
    expect(keyMisfit(fill, display(2, { bounds: { x: 1920, y: 0, width: 2560, height: 1440 } }))).toBe(
      'size',
    );
    expect(keyMisfit(fill, display(2, { bounds: { x: 1920, y: 10, width: 1920, height: 1080 } }))).toBe(
      'place',
    );
  });
});

describe('a new output', () => {
  it('gets a name that none has', () => {
    expect(freeName(['Program'])).toBe('Output 2');
    expect(freeName(['Program', 'Output 3'])).toBe('Output 4');
    expect(freeName([])).toBe('Output 1');
  });
});
