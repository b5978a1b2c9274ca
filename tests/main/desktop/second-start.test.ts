// What a second start hands over.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SecondStart, secondStart } from '../../../main/desktop/second-start.ts';

it('wants only the window where it names no show', () => {
  expect(secondStart([])).toEqual({ show: null, data: null, problem: null });
  expect(secondStart(['--port', '0'])).toMatchObject({ show: null });
});

it('names the show, and its folder from where it was started', () => {
  const data = join(process.cwd(), 'shows');
  expect(secondStart(['--data', 'shows', '--show', 'night'])).toEqual({ show: 'night', data, problem: null });
  expect(secondStart(['--show=night'])).toEqual({ show: 'night', data: null, problem: null });
});

it('says what is wrong', () => {
  expect(secondStart(['--show', 'No Such'])).toMatchObject({
    show: null,
    problem: expect.stringContaining('"No Such" is not a show id') as string,
  });
  expect(SecondStart.safeParse({ show: 1 }).success).toBe(false);
});
