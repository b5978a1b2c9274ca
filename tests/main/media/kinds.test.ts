/** What a file is, how large its picture is, and which drawings are only drawings. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sizeOf } from '../../../main/media/dimensions.ts';
import { KINDS, kindOf, plainName } from '../../../main/media/kinds.ts';
import { svgProblem } from '../../../main/media/svg.ts';
import { AVIF, GIF, JPEG, MP3, MP4, PNG, svg, WAV, WEBM, WEBP, WOFF2 } from './pictures.ts';

const FILES: [string, Uint8Array, string, [number, number] | null][] = [
  ['a.png', PNG, 'image/png', [320, 80]],
  ['a.JPG', JPEG, 'image/jpeg', [640, 360]],
  ['a.jpeg', JPEG, 'image/jpeg', [640, 360]],
  ['a.gif', GIF, 'image/gif', [300, 200]],
  ['a.webp', WEBP, 'image/webp', [1000, 500]],
  ['a.avif', AVIF, 'image/avif', [800, 600]],
  ['a.svg', svg(), 'image/svg+xml', [240, 60]],
  ['a.mp4', MP4, 'video/mp4', null],
  ['a.webm', WEBM, 'video/webm', null],
  ['a.mp3', MP3, 'audio/mpeg', null],
  ['a.wav', WAV, 'audio/wav', null],
  ['a.woff2', WOFF2, 'font/woff2', null],
];

test.each(FILES)('%s is taken for what it is, with its size', (name, bytes, type, size) => {
  const kind = kindOf(name, bytes);
  expect(kind).toMatchObject({ type });
  expect(sizeOf(type, bytes)).toEqual(size && { width: size[0], height: size[1] });
});

test('no file is two things at once, but for the two endings of one', () => {
  for (const [name, bytes] of FILES) {
    expect(
      KINDS.filter(({ matches }) => matches(bytes)),
      name,
    ).toHaveLength(1);
  }
});

test('a file that is something else than its name says is refused, saying what it is', () => {
  expect(kindOf('logo.png', JPEG)).toContain('its content is jpg');
  expect(kindOf('logo.png', svg())).toContain('its content is svg');
  expect(kindOf('logo.svg', new TextEncoder().encode('<html><svg/></html>'))).toContain('svg');
});

test.each(['page.html', 'run.js', 'run', 'a.png.exe', 'a.mkv'])('%s is refused', (name) => {
  expect(kindOf(name, PNG)).toContain('no kind of file');
});

test('a header that breaks off says nothing, and never throws', () => {
  for (const [, bytes, type] of FILES)
    for (let n = 0; n < bytes.length; n += 1) expect(() => sizeOf(type, bytes.subarray(0, n))).not.toThrow();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      for (const { type } of KINDS) sizeOf(type, bytes);
    }),
  );
});

test('a name keeps its words and its ending, and loses every folder', () => {
  expect(plainName('../../etc/Māori logo.png')).toBe('Māori logo.png');
  expect(plainName('C:\\show\\a.png')).toBe('a.png');
  expect(plainName('..')).toBe('file');
  expect(plainName(`${'x'.repeat(400)}.png`)).toMatch(/^x{196}\.png$/);
  fc.assert(
    fc.property(fc.string(), (name) => {
      expect(plainName(name)).toMatch(/^[^/\\]{1,200}$/);
    }),
  );
});

describe('a drawing', () => {
  const problem = (inside: string, attributes = '') =>
    svgProblem(new TextDecoder().decode(svg(inside, attributes)));
  test.each([
    '<rect fill="url(#g)"/>',
    '<use href="#a"/>',
    '<image href="data:image/png;base64,AAAA"/>',
    '<style>.a{fill:url(#g)}</style>',
    '<text>on air: javascript</text>',
  ])('%s is taken', (inside) => expect(problem(inside)).toBeNull());
  test.each([
    ['<script>1</script>', 'script'],
    ['<svg:script xmlns:svg="http://www.w3.org/2000/svg">1</svg:script>', 'script'],
    ['<rect onload="x()"/>', 'script'],
    ['<a href="javascript:x()"/>', 'outside'],
    ['<image href="https://example.com/a.png"/>', 'outside'],
    ['<image xlink:href="//example.com/a.png"/>', 'outside'],
    ['<use href="&#104;ttps://example.com/a.svg#x"/>', 'outside'],
    ['<image href="data:image/svg+xml;base64,AAAA"/>', 'outside'],
    ['<rect style="fill:url(https://example.com/x)"/>', 'outside'],
    ['<style>@import "x.css";</style>', 'style sheet'],
    ['<style>.a{fill:u\\72l(https://example.com/x)}</style>', 'style sheet'],
    ['<style><![CDATA[.a{fill:url(https://example.com/x)}]]></style>', 'outside'],
    ['<foreignObject><p/></foreignObject>', 'foreignObject'],
    ['<rect>', 'well-formed'],
  ])('%s is refused', (inside, why) => expect(problem(inside)).toContain(why));
  test('a script on the drawing itself is refused, and so are entities', () => {
    expect(problem('', 'onclick="x()"')).toContain('script');
    expect(svgProblem('<!DOCTYPE svg [<!ENTITY a "b">]><svg/>')).toContain('entities');
    expect(svgProblem('<?xml-stylesheet href="x.css"?><svg/>')).toContain('style sheet');
  });
});
