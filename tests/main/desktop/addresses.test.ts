// Which addresses a window may show, and which a frame in it.
import { expect, it } from 'vitest';
import { isOurExport, isOurFrame, isOurPage } from '../../../main/desktop/addresses.ts';

const station = 'http://127.0.0.1:4400/desk?key=k';

it.each([
  ['http://127.0.0.1:4400/output/program?key=k', true],
  ['http://127.0.0.1:44000/', false],
  ['http://127.0.0.1:4400.evil.example/', false],
  ['http://127.0.0.1:4400@evil.example/', false],
  ['https://127.0.0.1:4400/', false],
  ['file:///etc/passwd', false],
  ['javascript:alert(1)', false],
  ['', false],
])('a window, %s: %s', (url, ours) => {
  expect(isOurPage(url, station)).toBe(ours);
});

it.each([
  ['http://127.0.0.1:4400/output/preview?key=k', true],
  ['http://s1a2-lower-third.localhost:4400/frame', true],
  ['http://s1a2-lower-third-g2.localhost:4400/frame', true],
  ['about:blank', true],
  ['http://s1a2-bug.localhost:4401/frame', false],
  ['https://s1a2-bug.localhost:4400/frame', false],
  ['http://localhost.evil.example:4400/frame', false],
  ['http://evil.example:4400/x.localhost', false],
  ['http://a.localhost:4400@evil.example/', false],
  ['data:text/html,x', false],
  ['', false],
])('a frame, %s: %s', (url, ours) => {
  expect(isOurFrame(url, station)).toBe(ours);
});

it.each([
  ['blob:http://127.0.0.1:4400/0b5e', station, true],
  // a graphic's own, of its frame or of a sandboxed one
  ['blob:http://s1a2-bug.localhost:4400/0b5e', station, false],
  ['blob:null/0b5e', station, false],
  ['blob:http://127.0.0.1:4401/0b5e', station, false],
  ['http://127.0.0.1:4400/api/v1/as-run.csv', station, false],
  ['data:text/csv,x', station, false],
  ['blob:http://127.0.0.1:4400/0b5e', 'http://evil.example/', false],
])('an export, %s from %s: %s', (url, page, ours) => {
  expect(isOurExport(url, page, station)).toBe(ours);
});
