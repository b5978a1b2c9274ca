/** Which template's page says that a package is broken. */
import { expect, it } from 'vitest';
import { isProblemOf } from '../../renderer/workbench/problem-of.ts';
import { shortcutOf } from '../../renderer/workbench/shortcuts.ts';

it.each([
  ['/graphics/quote-card/manifest.ograf.json: main: the file "x.mjs" is missing', true],
  ['/graphics/all/quote-card.ograf.json: id: wrong', true],
  ['/graphics/quote-card: more than 200 MB', true],
  ['C:\\graphics\\quote-card\\a.ograf.json: name: wrong', true],
  ['/graphics/quote-card-2/a.ograf.json: id: wrong', false],
  ['/quote-card/other/a.ograf.json: the "quote-card" is wrong', false],
  ['/graphics/all/my-quote-card.ograf.json: id: wrong', false],
])('%s', (problem, expected) => expect(isProblemOf(problem, 'quote-card')).toBe(expected));

it('leaves the arrow keys to what is worked with them', () => {
  const pressed = { key: 'ArrowRight', ctrlKey: false, altKey: false, metaKey: false, repeat: false };
  expect(shortcutOf(pressed, false, true)).toBeNull();
  expect(shortcutOf(pressed, false, false)).toBe('continue');
  expect(shortcutOf({ ...pressed, key: 'p' }, false, true)).toBe('play');
});
