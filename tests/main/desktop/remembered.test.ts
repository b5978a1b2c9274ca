// What the app remembers: kept, debounced, and never in the way of a start.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { Remembered } from '../../../main/desktop/remembered.ts';

const Size = z.object({ width: z.number() });
const lines: string[] = [];
const log = pino({}, { write: (line: string) => void lines.push(line) });
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tallydesk-remembered-'));
  lines.length = 0;
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

const open = (path: string) => new Remembered(path, Size, { width: 1 }, log);

it('is read again, and written once for many changes', () => {
  const path = join(folder, 'not/there/yet.json');
  const first = open(path);
  expect(first.value).toEqual({ width: 1 });
  for (let width = 2; width < 9; width += 1) first.set({ width });
  expect(() => readFileSync(path)).toThrow();
  vi.runAllTimers();
  expect(open(path).value).toEqual({ width: 8 });
  first.set({ width: 9 });
  first.flush();
  expect(open(path).value).toEqual({ width: 9 });
  expect(lines).toEqual([]);
});

it.each(['{', '{"width":"wide"}', ''])('ignores a bad file (%s) and says so in the log', (text) => {
  const path = join(folder, 'bad.json');
  writeFileSync(path, text);
  expect(open(path).value).toEqual({ width: 1 });
  expect(lines.join()).toContain('ignored');
});
