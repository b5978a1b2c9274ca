/** How an output's page looks: from its address, its mode and what an operator does to it; and the test card's words. */
import { describe, expect, it } from 'vitest';
import { groundOf, groundOfMode } from '../../core/outputs/ground.ts';
import type { OutputLook } from '../../core/outputs/look.ts';
import { stageLook } from '../../overlays/stage/look.ts';
import {
  clockWords,
  lateOf,
  modeWords,
  rateWords,
  refreshOf,
  sizeWords,
} from '../../overlays/stage/test-card/facts.ts';

const output = (over: Partial<OutputLook> = {}): OutputLook => ({
  name: 'Program',
  mode: { kind: 'black' },
  picture: 'show',
  guides: false,
  frozen: false,
  ...over,
});
const program = { channel: 'program', background: 'transparent' } as const;
const preview = { channel: 'preview', background: 'transparent' } as const;

describe('the ground', () => {
  it.each([
    ['black', '#000000'],
    ['#00B140', '#00B140'],
    ['red', 'transparent'],
    ['#00b140;x', 'transparent'],
    ['"><script>', 'transparent'],
    [null, 'transparent'],
    [undefined, 'transparent'],
  ])('that an address asks for as %s is %s', (wish, ground) => {
    expect(groundOf(wish)).toBe(ground);
  });

  it.each([
    [{ kind: 'black' }, '#000000', 'none'],
    [{ kind: 'chroma', colour: '#00b140' }, '#00b140', 'none'],
    [{ kind: 'transparent' }, 'transparent', 'none'],
    [{ kind: 'key-fill' }, '#000000', 'key-fill'],
    [{ kind: 'key' }, '#000000', 'key'],
  ] as const)('of the mode %j is %s, and keyed it is %s', (mode, ground, keying) => {
    expect(groundOfMode(mode)).toBe(ground);
    expect(stageLook({ ...program, background: '#ff00ff' }, output({ mode }))).toMatchObject({
      ground,
      keying,
    });
  });

  it('is the address’s where the page is no output, or has not heard of itself yet', () => {
    const address = { channel: 'program', background: '#00b140' } as const;
    expect(stageLook(address, null)).toEqual({
      keying: 'none',
      ground: '#00b140',
      picture: 'show',
      guides: false,
      frozen: false,
    });
  });
});

describe('guides', () => {
  it('are drawn on preview and in rehearsal', () => {
    expect(stageLook(preview, output({ guides: true })).guides).toBe(true);
    expect(stageLook({ ...preview, channel: 'rehearsal' }, output({ guides: true })).guides).toBe(true);
    expect(stageLook(preview, output()).guides).toBe(false);
  });

  it('are never drawn on program, whatever the station says', () => {
    expect(stageLook(program, output({ guides: true })).guides).toBe(false);
  });
});

describe('the test card', () => {
  it('names the mode', () => {
    const words = (mode: OutputLook['mode'], keySide: 'left' | 'right' = 'right') =>
      modeWords({ mode, keySide });
    expect(words({ kind: 'black' })).toBe('Over black');
    expect(words({ kind: 'chroma', colour: '#00b140' })).toBe('Over #00B140');
    expect(words({ kind: 'transparent' })).toBe('Transparent');
    expect(words({ kind: 'key' })).toBe('Key only');
    expect(words({ kind: 'key-fill' }, 'left')).toBe('Key and fill, key on the left');
  });

  const measured = { width: 1920, height: 1080, scale: 1, refresh: 59.94, late: 0 };

  it('tells the size in pixels, and when the picture is scaled', () => {
    expect(sizeWords(measured)).toBe('1920 × 1080 px, 1:1');
    expect(sizeWords({ ...measured, width: 1280, height: 720, scale: 2 / 3 })).toBe(
      '1280 × 720 px, scaled to 66.7 %',
    );
  });

  it('tells the refresh rate and the late frames', () => {
    expect(rateWords({ ...measured, refresh: null })).toBe('measuring …');
    expect(rateWords(measured)).toBe('59.94 Hz, 0 late frames');
    expect(rateWords({ ...measured, late: 1 })).toBe('59.94 Hz, 1 late frame');
  });

  it('finds the refresh rate though frames were late, and counts those', () => {
    const gaps = [...Array<number>(50).fill(20), 40, 60, ...Array<number>(50).fill(20)];
    expect(refreshOf(gaps)).toBeCloseTo(50);
    expect(lateOf(gaps, 50)).toBe(2);
    expect(refreshOf([20, 20])).toBeNull();
  });

  it('has a clock with frames, two digits each, that never reaches the rate', () => {
    const at = (ms: number) => new Date(2008, 10, 8, 19, 5, 9, ms).getTime();
    expect(clockWords(at(0), 50)).toBe('19:05:09:00');
    expect(clockWords(at(999), 50)).toBe('19:05:09:49');
    expect(clockWords(at(500), 59.94)).toBe('19:05:09:30');
  });
});
