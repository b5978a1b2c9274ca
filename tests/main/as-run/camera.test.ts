/** The page that is photographed for the as-run log: it sees air, and air does not see it. */
import { expect, it } from 'vitest';
import { Page, stageHello } from '../../support/page.ts';
import { testStation } from '../../support/station.ts';

it('is nobody’s screen: not listed, not believed, and nothing waits for it', async () => {
  const it = await testStation();
  const camera = await Page.open(it, stageHello('program', { kind: 'camera' }));
  expect(it.station.outputs()).toEqual([]);
  const { json } = await it.command({ type: 'cue.take', cueId: 'c1' });
  const instance = String(json['instance']);
  // it is told what is on …
  await camera.settle();
  expect(camera.stage.layers['lower-third'].current).toMatchObject({ instance });
  // … but that it has drawn it makes nothing seen
  camera.report(instance, 'on');
  await camera.settle();
  expect(it.station.store.state.air.channels.program.layers['lower-third'].current).toMatchObject({
    phase: 'coming',
    shownAt: null,
  });
  expect((await it.ask('/api/v1/as-run')).json['entries']).toEqual([]);

  const stage = await Page.open(it, stageHello());
  expect(it.station.outputs()).toHaveLength(1);
  stage.report(instance, 'on');
  await stage.settle();
  stage.socket.close();
  await stage.closed;
  // with the one watcher gone nobody will say that it has left: it has
  await it.command({ type: 'layer.out', layer: 'lower-third' });
  await expect
    .poll(() => it.station.store.state.air.channels.program.layers['lower-third'])
    .toMatchObject({ current: null, leaving: null });
});
