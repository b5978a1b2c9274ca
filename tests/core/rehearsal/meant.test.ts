/** What is pressed as the mode changes was meant for the mode that its desk showed. */
import { expect, test } from 'vitest';
import { makeBoundCue, makeContext, makeFact, makeStation, send } from '../../support/builders.ts';

const night = () =>
  makeStation({
    facts: [makeFact({ approval: 'approved' })],
    cues: [makeBoundCue('f1', { id: 'c1', number: 1 })],
  });

test('a take for the rehearsal does not reach program when the rehearsal has just ended, nor do its words', () => {
  const station = night();
  const meant = makeContext({ meant: 'rehearsal' });
  for (const command of [
    { type: 'cue.take', cueId: 'c1' },
    { type: 'cue.edit', cueId: 'c1', changes: { name: 'Made up' } },
  ]) {
    expect(send(station.world, command, meant)).toMatchObject({
      ok: false,
      code: 'mode_changed',
      detail: 'The rehearsal ended just before this came: nothing was done.',
    });
  }
});

test('a take for air is not done in a rehearsal that has just begun; clear and panic always are', () => {
  const station = night();
  station.do({ type: 'mode.set', mode: 'rehearsal' });
  const meant = makeContext({ meant: 'live' });
  expect(send(station.world, { type: 'cue.take', cueId: 'c1' }, meant)).toMatchObject({
    code: 'mode_changed',
  });
  for (const type of ['air.clear', 'air.panic']) {
    expect(send(station.world, { type }, meant)).toMatchObject({ ok: true });
  }
});
