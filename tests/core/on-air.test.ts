// What stands in the way of quitting: program and rehearsal, whatever is seen of them, and never the preview.
import { expect, it } from 'vitest';
import type { LayerId } from '../../core/layers.ts';
import { whatIsOnAir } from '../../core/on-air.ts';
import type { Item } from '../../core/schema/layer-air.ts';
import { stateOf, emptyShow, type State } from '../../core/state.ts';

const stateWith = (
  channel: 'program' | 'preview' | 'rehearsal',
  layer: LayerId,
  slot: 'current' | 'armed' | 'leaving',
): State => {
  const state: State = stateOf(emptyShow('night', 'Election night'));
  const item = { cue: { id: 'c', number: 110, name: 'Swing' } } as unknown as Item;
  state.air.channels[channel].layers[layer][slot] = item;
  return state;
};

it('says what is on which layer', () => {
  expect(whatIsOnAir(stateWith('program', 'lower-third', 'current'))).toBe(
    'Election night. On air: 110 Swing (lower third).',
  );
  expect(whatIsOnAir(stateWith('program', 'ticker', 'leaving'))).toContain('110 Swing (ticker)');
  expect(whatIsOnAir(stateWith('rehearsal', 'bug', 'current'))).toContain('In rehearsal: 110 Swing (bug)');
});

it('says nothing of what nobody sees', () => {
  expect(whatIsOnAir(stateOf(emptyShow('night', 'Election night')))).toBeNull();
  expect(whatIsOnAir(stateWith('preview', 'bug', 'current'))).toBeNull();
  expect(whatIsOnAir(stateWith('program', 'bug', 'armed'))).toBeNull();
});

it('knows that a frozen output holds a picture after its channel is empty', () => {
  const { layers } = stateWith('program', 'bug', 'current').air.channels.program;
  const state: State = stateOf(emptyShow('night', 'Election night'));
  state.air.outputs = {
    program: { picture: 'show', guides: false, restarts: 0, frozen: { mode: 'live', layers } },
  };
  expect(whatIsOnAir(state)).toBe('Election night. Frozen: Program.');
});
