// A theme on air: whatever it says, what is drawn can be read; and the packages know the themes that are shipped.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Theme } from '../../core/schema/theme.ts';
import { themeData, themeField } from '../../core/theme.ts';
import { THEMES } from '../../core/themes.ts';
import { contrast } from '../../overlays/kit/contrast.ts';
import { partyFrom } from '../../overlays/kit/read.ts';
import { FAMILIES, readTheme } from '../../overlays/kit/theme.ts';
import { themeProperties } from '../../overlays/kit/theme-css.ts';
import { SHIPPED_GRAPHICS } from '../support/shipped.ts';

const hex = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);
const colours = fc.record({ ground: hex, plate: hex, text: hex, muted: hex, accent: hex });

describe('contrast', () => {
  it('is there on every ground, whatever colours a theme asks for', () => {
    fc.assert(
      fc.property(colours, (asked) => {
        const { ground, plate, deep, quiet, hollow, text, muted, accent, onAccent } = readTheme({
          colours: asked,
        }).colours;
        expect(contrast(text, ground)).toBeGreaterThanOrEqual(7);
        expect(contrast(text, plate)).toBeGreaterThanOrEqual(7);
        expect(contrast(text, quiet)).toBeGreaterThanOrEqual(4.5);
        for (const under of [ground, plate, deep]) expect(contrast(muted, under)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(hollow, ground)).toBeGreaterThanOrEqual(3);
        expect(contrast(onAccent, accent)).toBeGreaterThanOrEqual(4.5);
      }),
      { numRuns: 2000 },
    );
  });

  it('changes nothing of a theme that has it', () => {
    for (const theme of THEMES) expect(readTheme(themeData(theme)).colours).toMatchObject(theme.colours);
  });

  it('gives a party its keyline on the ground there is: a yellow on a light one, a black on a dark one', () => {
    const [harbour, kereru] = THEMES.map((theme) => readTheme(themeData(theme)));
    const keyline = (colour: string, theme = harbour): number =>
      theme ? partyFrom({ name: 'A', colour }, 'party', theme).keyline : -1;
    expect(keyline('#fde401', kereru)).toBeGreaterThan(0.8);
    expect(keyline('#fde401', harbour)).toBe(0);
    expect(keyline('#000000', kereru)).toBe(0);
    expect(keyline('#000000', harbour)).toBeGreaterThan(0.8);
  });
});

describe('reading', () => {
  it('takes anything at all, and never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        for (const property of Object.values(themeProperties(readTheme(value))))
          expect(property).not.toMatch(/undefined|NaN|null/);
      }),
    );
  });

  it('takes Harbour where nothing is said, and knows the fields of the show’s theme', () => {
    const [harbour] = THEMES;
    expect(harbour && readTheme(themeData(harbour))).toEqual(readTheme(undefined));
    for (const theme of THEMES) {
      const { fonts, corner, density, mark, caps, logo } = themeData(theme);
      expect(readTheme(themeData(theme))).toMatchObject({ fonts, corner, density, mark, caps, logo });
    }
  });
});

describe('the shipped themes', () => {
  it('are three, with ids and looks of their own', () => {
    expect(THEMES.map((theme) => Theme.parse(theme))).toHaveLength(3);
    expect(new Set(THEMES.map(({ id }) => id)).size).toBe(3);
    for (const look of ['mark', 'density'] as const)
      expect(new Set(THEMES.map((theme) => theme[look])).size).toBe(3);
    expect(new Set(THEMES.map(({ fonts }) => fonts.text))).toEqual(new Set(FAMILIES));
  });

  it('are what the packages’ manifests allow', () => {
    const file = new URL('../../overlays/kit/theme-field.json', import.meta.url);
    const model = z.fromJSONSchema(
      JSON.parse(readFileSync(file, 'utf8')) as Parameters<typeof z.fromJSONSchema>[0],
    );
    for (const theme of THEMES) expect(model.safeParse(themeData(theme)).error).toBeUndefined();
    expect(model.safeParse({ mark: 'stripe' }).success).toBe(false);
  });

  it.each([...SHIPPED_GRAPHICS.keys()])('%s asks for the theme', (id) => {
    const graphic = SHIPPED_GRAPHICS.get(id);
    expect(graphic && themeField(graphic.schema)).toBe('theme');
  });
});
