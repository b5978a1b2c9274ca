// Files of facts into a real station: matched, previewed to the row, written in chunks, cancelled, undone as one.
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../core/json.ts';
import { allRows, getRow } from '../../../core/table.ts';
import { testStation, type TestStation } from '../../support/station.ts';

const send = async (station: TestStation, body: string | Uint8Array, name = 'facts.csv') =>
  (await station.ask(`/api/v1/imports?name=${name}`, { method: 'POST', body })).json;

const preview = async (station: TestStation, id: unknown, columns: unknown) =>
  (
    await station.ask(`/api/v1/imports/${String(id)}/preview`, {
      method: 'POST',
      body: JSON.stringify({ columns }),
    })
  ).json;

const apply = (station: TestStation, id: unknown) =>
  station.ask(`/api/v1/imports/${String(id)}/apply`, {
    method: 'POST',
    headers: { 'x-tallydesk-user': 'ivy' },
  });

async function finished(station: TestStation, id: unknown): Promise<JsonObject> {
  for (;;) {
    const { json } = await station.ask(`/api/v1/imports/${String(id)}`);
    if (json['state'] !== 'running') return json;
    await sleep(5);
  }
}

const facts = ({ station }: TestStation) => station.store.state.show.facts;

const TABLE = `\ufeffID;Kind;Text;Headline;Counted;Colour
f1;headline;Labour leads in Auckland Central.;;;red
n1;headline;"Polls; have closed.";POLLS CLOSED;;red
n2;headline;Half is counted.;;50,5;red
n2;headline;Twice.;;;red
n3;nonsense;Wrong kind.;;;red
n4;headline
`;

describe('a table', () => {
  it('is matched by its header, previewed row by row, imported as drafts and undone as one', async () => {
    const station = await testStation();
    const read = await send(station, TABLE);
    expect(read).toMatchObject({
      format: 'csv',
      header: ['ID', 'Kind', 'Text', 'Headline', 'Counted', 'Colour'],
      rows: 5,
      columns: {
        id: 'ID',
        kind: 'Kind',
        statement: 'Text',
        'onAir.headline': 'Headline',
        'asOf.countPercent': 'Counted',
      },
      problems: [{ line: 7, weight: 'refused' }],
    });
    const { id } = read;
    expect(await preview(station, id, read['columns'])).toEqual({
      counts: { new: 2, changed: 0, same: 1, refused: 2 },
    });
    const { json } = await station.ask(`/api/v1/imports/${String(id)}/rows?only=refused&limit=10`);
    expect(json).toMatchObject({
      total: 2,
      rows: [
        { row: 4, kind: 'refused', problems: [{ line: 4, field: 'Counted' }] },
        { row: 6, kind: 'refused', problems: [{ line: 6, field: 'Kind' }] },
      ],
    });
    expect((await apply(station, id)).status).toBe(202);
    expect(await finished(station, id)).toMatchObject({ state: 'done', written: 2 });
    expect(getRow(facts(station), 'n1')).toMatchObject({
      statement: 'Polls; have closed.',
      approval: 'draft',
      author: 'ivy',
      onAir: { headline: 'POLLS CLOSED' },
    });
    const again = await send(station, TABLE);
    expect(again['columns']).toEqual(read['columns']);
    await station.command({ type: 'show.undo' });
    expect(
      allRows(facts(station))
        .map(({ id: one }) => String(one))
        .sort(),
    ).toEqual(['f1', 'f2']);
  });

  it('of facts comes back as it went out', async () => {
    const station = await testStation();
    for (const path of ['facts.csv', 'facts.json']) {
      const { body } = await station.ask(`/api/v1/${path}`);
      const read = await send(station, body, path);
      expect(read['problems']).toEqual([]);
      expect(await preview(station, read['id'], read['columns'])).toEqual({
        counts: { new: 0, changed: 0, same: 2, refused: 0 },
      });
    }
    expect((await station.ask('/api/v1/facts.json?ids=f2')).json).toMatchObject({ facts: [{ id: 'f2' }] });
  });

  it.each([
    ['200 columns', Array.from({ length: 200 }, (_, n) => `c${n}`).join(',') + '\n', '200 columns'],
    ['a column twice', 'id,text,text\na,b,c\n', 'Two columns'],
    ['an open quote', 'id,text\na,"b\n', 'not CSV'],
    ['nothing', '\n\n', 'empty'],
    ['not UTF-8', new Uint8Array([...new TextEncoder().encode('id,text\na,M'), 0xe4, 0x6f]), 'windows-1252'],
  ])('with %s is refused', async (_what, body, said) => {
    const station = await testStation();
    const read = await send(station, body);
    expect(read).toMatchObject({ rows: 0, problems: [{ weight: 'refused' }] });
    expect(JSON.stringify(read['problems'])).toContain(said);
    const { status } = await apply(station, read['id']);
    expect(status).toBe(409);
  });
});

describe('a long import', () => {
  const rows = Array.from({ length: 4000 }, (_, n) => `r${n},headline,Statement ${n}.\n`).join('');

  it('that was meant for a rehearsal stops with it: nothing of it comes into the live show', async () => {
    const station = await testStation();
    const before = station.station.store.state.show;
    await station.command({ type: 'mode.set', mode: 'rehearsal' });
    const read = await send(station, `id,kind,statement\n${rows}`);
    await preview(station, read['id'], read['columns']);
    await apply(station, read['id']);
    expect((await station.command({ type: 'mode.set', mode: 'live' })).json).toMatchObject({ ok: true });
    const end = await finished(station, read['id']);
    expect(end['state']).toBe('failed');
    expect(end['detail']).toContain('a rehearsal began or ended');
    expect(station.station.store.state.show).toBe(before);
  });

  it('can be cancelled: what is in stays, says how many, and is one step of undo', async () => {
    const station = await testStation();
    const read = await send(station, `id,kind,statement\n${rows}`);
    await preview(station, read['id'], read['columns']);
    await apply(station, read['id']);
    const take = await station.command({ type: 'cue.take', cueId: 'c1' });
    expect(take.json['ok']).toBe(true);
    const { json } = await station.ask(`/api/v1/imports/${String(read['id'])}`, { method: 'DELETE' });
    expect(json['state']).toBe('cancelled');
    const written = Number(json['written']);
    expect(allRows(facts(station))).toHaveLength(2 + written);
    expect([written > 0, written < 4000]).toEqual([true, true]);
    expect(json['detail']).toContain('one undo step');
    await station.command({ type: 'show.undo' });
    expect(allRows(facts(station))).toHaveLength(2);
  });
});
