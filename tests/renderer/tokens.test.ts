/** The desk's colours: in every theme each pair that is used can be read, and no file has a colour of its own. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { THEMES, themeChoiceOf, themeOf, type Theme } from '../../renderer/looks/theme.ts';

const css = readFileSync('renderer/tokens.css', 'utf8').replaceAll(/\/\*[^]*?\*\//g, '');

/** Tokens of a block, as `name → value`. */
function tokensIn(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('}', start));
  return new Map(
    [...block.matchAll(/--([\w-]+): ([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

const dark = tokensIn(':root');
const themes: Record<Theme, Map<string, string>> = {
  dark,
  light: new Map([...dark, ...tokensIn(":root[data-theme='light']")]),
  studio: new Map([...dark, ...tokensIn(":root[data-theme='studio']")]),
};

function luminance(hex: string): number {
  const long = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit).join('') : hex.slice(1);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(long.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(theme: Theme, a: string, b: string): number {
  const of = (name: string) => {
    const value = themes[theme].get(name);
    if (!value?.startsWith('#')) throw new Error(`${theme} has no plain colour --${name}`);
    return luminance(value);
  };
  const [high = 0, low = 0] = [of(a), of(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const cross = (inks: string, grounds: string): [string, string][] =>
  inks.split(' ').flatMap((ink) => grounds.split(' ').map((ground): [string, string] => [ink, ground]));

/** Text and what it stands on: 4.5 to 1. */
const TEXTS = [
  ...cross('ink ink-2 ink-3', 'ground panel segment raised raised-2 well'),
  ...cross(
    'link quiet-good good-text gone-text air-text pvw-text warn-text alarm-text',
    'ground panel raised well',
  ),
  ...cross(
    'ink ink-2 select-ink select-good link warn-text pvw-text air-text',
    'chosen select select-strong',
  ),
  ...cross('ink ink-2', 'key-1 key-2 key-hover key-active row-air-1 row-air-2 row-rehearsal'),
  ...cross('air-text', 'row-air-2 row-rehearsal'),
  ...cross('air-ink', 'air take-1 take-2 take-active'),
  ...cross('warn-ink', 'warn warn-light'),
  ...cross('warn-text ink', 'warn-ground'),
  ...cross('warn-text', 'warn-ground-2'),
  ...cross('alarm-text ink', 'alarm-ground'),
  ...cross('alarm-ink', 'alarm'),
  ...cross('panic-ink ink-2', 'panic-1 panic-2 panic-hover'),
  ...cross('ink', 'strong strong-hover marked'),
  ...cross('select-line-ink', 'select-line'),
  ...cross('mode-ink', 'mode-ground'),
];

/** The edges of controls, and what shows a state: 3 to 1. */
const EDGES = [
  ...cross('line-strong focus select-line pvw warn-line warn-edge strong-edge', 'ground panel raised'),
  ...cross('air', 'panel ground'),
  ...cross('take-edge', 'ground'),
  ...cross('focus', 'select select-strong'),
  ...cross('select-line', 'select'),
];

const tooWeak = (theme: Theme, pairs: readonly [string, string][], least: number) =>
  pairs.flatMap(([a, b]) => {
    const found = contrast(theme, a, b);
    return found < least ? [`${a} on ${b}: ${found.toFixed(2)}`] : [];
  });

describe.each(THEMES)('theme %s', (theme) => {
  test('every text reaches 4.5 to 1', () => expect(tooWeak(theme, TEXTS, 4.5)).toEqual([]));
  test('every edge and state reaches 3 to 1', () => expect(tooWeak(theme, EDGES, 3)).toEqual([]));
});

const sheets = readdirSync('renderer', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.module.css'))
  .map((file) => `renderer/${file}`);

test('no part of the desk has a colour of its own', () => {
  const own = sheets.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/#[\da-f]{3,8}\b|\b(?:rgb|hsl)a?\([^)]*\)/gi)].map(
      ([colour]) => `${file}: ${colour}`,
    ),
  );
  expect(own).toEqual([]);
});

/** Set by the page's own code. */
const BY_SCRIPT = new Set(['columns']);

test('every token that is used exists', () => {
  const missing = sheets.flatMap((file) => {
    const sheet = readFileSync(file, 'utf8');
    const own = new Set([...sheet.matchAll(/--([\w-]+):/g)].map(([, name]) => name));
    return [...sheet.matchAll(/var\(--([\w-]+)\)/g)].flatMap(([, name = '']) =>
      dark.has(name) || own.has(name) || BY_SCRIPT.has(name) ? [] : [`${file}: --${name}`],
    );
  });
  expect(missing).toEqual([]);
});

test('the system decides until somebody has chosen', () => {
  expect(themeOf(themeChoiceOf(null), true)).toBe('light');
  expect(themeOf(themeChoiceOf(null), false)).toBe('dark');
  expect(themeOf(themeChoiceOf('studio'), true)).toBe('studio');
  expect(themeChoiceOf('sepia')).toBe('system');
});
