/** Keeps what is printed on the desk by the keys of the show, and takes over the function keys of earlier versions. */
import { FunctionKey } from '../../core/schema/keys.ts';
import { getRow } from '../../core/table.ts';
import type { Desk } from '../client/desk.ts';
import { forgetOldFunctionKeys, oldFunctionKeys } from '../client/seat.ts';
import { printKeysOf } from './keys.ts';

/** Once: each browser had its own before there were those of the show, which come first. */
function takeOverOld(desk: Desk): void {
  const { state } = desk.client.store.get();
  if (!state) return;
  const { show } = state;
  const wanted = Object.entries(oldFunctionKeys()).flatMap(([name, cue]) => {
    const key = FunctionKey.safeParse(name);
    return key.success && getRow(show.cues, cue) && !show.keys.functions[key.data]
      ? [{ key: key.data, cue }]
      : [];
  });
  if (wanted.length === 0) return;
  forgetOldFunctionKeys();
  for (const { key, cue } of wanted) void desk.send({ type: 'keys.assign', key, to: { cue } });
}

/** Before anything is drawn, so that a part of the desk that is drawn anew finds the new keys. */
export function followKeyMap(desk: Desk): void {
  const { store } = desk.client;
  let isFirst = true;
  store.subscribe(() => {
    const { state } = store.get();
    printKeysOf(state?.show.keys);
    if (!state || !isFirst) return;
    isFirst = false;
    takeOverOld(desk);
  });
}
