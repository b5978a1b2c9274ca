import { expect, test } from 'vitest';
import { waitMs } from '../../renderer/client/connection.ts';
import { createPending } from '../../renderer/client/pending.ts';

const never = () => undefined;

test('each command gets its own answer', async () => {
  const pending = createPending(never);
  const [first, second] = [pending.add(), pending.add()];
  pending.settle({
    type: 'result',
    id: second.id,
    result: { ok: false, code: 'on_air', detail: 'Clear it first.' },
  });
  pending.settle({ type: 'result', id: first.id, result: { ok: true, revision: 7 } });
  await expect(first.result).resolves.toMatchObject({ ok: true, revision: 7 });
  await expect(second.result).resolves.toMatchObject({ ok: false, code: 'on_air' });
});

test('a broken connection settles what waits, as unknown', async () => {
  const pending = createPending(never);
  const { result } = pending.add();
  pending.loseAll();
  await expect(result).resolves.toMatchObject({ ok: false, code: 'connection_lost' });
});

test('silence settles too', async () => {
  const late: (() => void)[] = [];
  const pending = createPending((run) => void late.push(run));
  const { result } = pending.add();
  for (const run of late) run();
  await expect(result).resolves.toMatchObject({ ok: false, code: 'no_answer' });
});

test('attempts to connect come ever slower, up to a limit', () => {
  const waits = [0, 1, 2, 3, 20].map(waitMs);
  expect(waits).toEqual([...waits].sort((x, y) => x - y));
  expect(waits[0]).toBeLessThan(500);
  expect(waits.at(-1)).toBeLessThanOrEqual(5000);
});
