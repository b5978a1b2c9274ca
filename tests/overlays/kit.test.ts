// The pure parts of the kit: fit rule, step machine, contrast and the readers that refuse bad data.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, inkOn, keylineOn } from '../../overlays/kit/contrast.ts';
import { chooseFit, settings, type FitRule } from '../../overlays/kit/fit.ts';
import { choice, integer, party, partyFrom, required, text } from '../../overlays/kit/read.ts';
import { keptStep, nextStep } from '../../overlays/kit/steps.ts';
import { readTheme } from '../../overlays/kit/theme.ts';

const harbour = readTheme(undefined);
const GROUND = harbour.colours.ground;

const names: FitRule = { sizes: [76], widths: [94, 75], lines: [2] };

describe('fit rule', () => {
  it('condenses before it takes a second line, and never goes under the narrowest width', () => {
    const all = settings(names);
    expect(all[0]).toEqual({ size: 76, width: 94, lines: 1 });
    const first = all.findIndex((s) => s.lines === 2);
    expect(all[first - 1]).toEqual({ size: 76, width: 75, lines: 1 });
    expect(Math.min(...all.map((s) => s.width))).toBe(75);
  });

  it('takes a smaller size only when all lines of the larger are used', () => {
    const quote = settings({ sizes: [54, 46, 40], widths: [94, 82], lines: [2, 3, 4] });
    expect(quote.filter((s) => s.size === 54).at(-1)).toEqual({ size: 54, width: 82, lines: 2 });
    expect(quote.at(-1)).toEqual({ size: 40, width: 82, lines: 4 });
  });

  it('gives up rather than shrink on', () => {
    expect(chooseFit(names, () => false)).toBeNull();
    expect(chooseFit(names, (s) => s.lines === 2)).toEqual({ size: 76, width: 94, lines: 2 });
  });
});

describe('step machine', () => {
  it.each([
    [undefined, 1, {}, 0],
    [0, 1, {}, undefined],
    [undefined, 2, { delta: 2 }, 1],
    [0, 2, {}, 1],
    [1, 2, {}, undefined],
    [1, 2, { goto: 0 }, 0],
    [0, 2, { goto: 5 }, undefined],
    [0, 2, { goto: -1 }, 1],
    [1, 2, { delta: -1 }, 0],
    [0, 2, { delta: -1 }, undefined],
    [0, 2, { goto: 1, delta: 5 }, 1],
  ])('from %s of %i with %j to %s', (current, count, request, target) => {
    expect(nextStep(current, count, request)).toBe(target);
  });

  it.each([
    [2, 3, 2],
    [2, 2, 1],
    [0, 1, 0],
    [0, 0, 0],
  ])('keeps %i of %i steps at %i when the data change', (current, count, step) => {
    expect(keptStep(current, count)).toBe(step);
  });

  it('never names a step that is not there', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 9 }), fc.double(), (delta, count, goto) => {
        const step = nextStep(undefined, count, { delta, goto });
        expect(step === undefined || (Number.isInteger(step) && step >= 0 && step < count)).toBe(true);
      }),
    );
  });
});

describe('contrast', () => {
  const hex = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);

  it('always finds an ink that reads, whatever was asked for', () => {
    fc.assert(
      fc.property(hex, hex, (colour, wanted) => {
        expect(contrast(colour, inkOn(colour, wanted))).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it('agrees with the measured facts', () => {
    expect(contrast('#00529f', '#ffffff')).toBeCloseTo(7.76, 2);
    expect(contrast('#d82a20', '#000000')).toBeCloseTo(4.27, 2);
    expect(inkOn('#fde401', '#ffffff')).toBe('#000000');
  });

  it('gives a keyline to dark colours and the strongest to black', () => {
    expect(keylineOn('#d82a20', GROUND)).toBe(0);
    expect(keylineOn('#00529f', GROUND)).toBeGreaterThan(0);
    expect(keylineOn('#000000', GROUND)).toBeGreaterThan(keylineOn('#00529f', GROUND));
  });

  it('holds for the words on our own grounds', () => {
    const { ground, plate, deep, quiet, text: words, muted } = harbour.colours;
    for (const under of [deep, ground, plate, quiet]) expect(contrast(words, under)).toBeGreaterThan(7);
    expect(contrast(muted, plate)).toBeGreaterThan(4.5);
  });
});

describe('readers', () => {
  it('normalises text and keeps macrons', () => {
    expect(text({ name: '  Te  Pa\u0304ti\n Ma\u0304ori ' }, 'name')).toBe('Te P\u0101ti M\u0101ori');
    expect(text({}, 'name')).toBe('');
    expect(text({ name: null }, 'name')).toBe('');
  });

  it('names the field it refuses', () => {
    expect(() => required({ name: ' ' }, 'name')).toThrow('name: is required');
    expect(() => text({ name: {} }, 'name')).toThrow('name: must be text.');
    expect(() => text({ name: Number.NaN }, 'name')).toThrow('name');
    expect(() => integer({ votes: 1.5 }, 'votes')).toThrow('votes: must be a whole number');
    expect(() => choice({ status: 'sure' }, 'status', ['declared'], 'declared')).toThrow('status: “sure”');
    expect(() => partyFrom({ name: 'Labour', colour: 'red' }, 'party', harbour)).toThrow('#rrggbb');
  });

  it('takes no number for what it is: no number', () => {
    expect(integer({ votes: null }, 'votes')).toBeNull();
    expect(integer({ votes: 0 }, 'votes')).toBe(0);
  });

  it('takes an untouched party form for no party', () => {
    expect(
      party({ party: { id: '', name: '', short: '', colour: '#5a6b8c', ink: '#ffffff' } }, 'party', harbour),
    ).toBeNull();
  });
});

describe('the families of signs', () => {
  it('the latin-ext font file has all ten macron letters in its range', () => {
    const source = readFileSync(new URL('../../overlays/kit/fonts.ts', import.meta.url), 'utf8');
    const ranges = [...source.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)].map((m) => [
      Number.parseInt(m[1] ?? '', 16),
      Number.parseInt(m[2] ?? m[1] ?? '', 16),
    ]);
    for (const letter of 'āēīōūĀĒĪŌŪ’“”–—…') {
      const code = letter.codePointAt(0) ?? 0;
      expect(
        ranges.some(([a = 0, b = 0]) => code >= a && code <= b),
        letter,
      ).toBe(true);
    }
  });
});
