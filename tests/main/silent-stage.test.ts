/** A stage that hangs and never answers: air says what is known, clear and panic work, and the next stage comes up clean. */
import { expect, it } from 'vitest';
import { layerState } from '../../core/playout.ts';
import { unanswered } from '../../renderer/layers/unanswered.ts';
import { Page, stageHello } from '../support/page.ts';
import { testStation } from '../support/station.ts';

it('is waited for without a lie, emptied by panic, and forgotten by a stage that comes later', async () => {
  const station = await testStation();
  const strap = () => station.station.store.state.air.channels.program.layers['lower-third'];
  const silent = await Page.open(station, stageHello());
  await station.command({ type: 'cue.take', cueId: 'c1' });
  station.clock.now += 3000;
  // told to come and never seen: not on
  expect(layerState(strap())).toBe('coming');
  expect(unanswered(strap(), station.clock.now)).toMatchObject({ what: 'coming' });

  await station.command({ type: 'air.clear' });
  station.clock.now += 3000;
  expect(layerState(strap())).toBe('going');
  expect(unanswered(strap(), station.clock.now)).toMatchObject({ what: 'going' });

  // a take goes through all the same, and panic empties at once what nobody answers for
  await station.command({ type: 'cue.take', cueId: 'c2' });
  expect(strap().current?.cue.id).toBe('c2');
  await station.command({ type: 'air.panic' });
  expect(strap()).toMatchObject({ current: null, leaving: null });
  expect(unanswered(strap(), station.clock.now)).toBeNull();

  const later = await Page.open(station, stageHello('program', { name: 'Later' }));
  expect(later.stage.layers['lower-third']).toMatchObject({ current: null, leaving: null });
  await silent.settle();
  expect(silent.stage.layers).toEqual(later.stage.layers);
});

it('is said to be behind once its beats stop, though its line is open', async () => {
  const station = await testStation();
  const stage = await Page.open(station, stageHello());
  stage.send({ type: 'beat', revision: stage.revision, frames: 50, late: 0 });
  await stage.settle();
  const [output] = station.station.outputs();
  expect(output).toMatchObject({ behind: false });
  station.clock.now += 6000;
  expect(station.station.outputs()).toMatchObject([{ behind: true, fps: 0 }]);
});
