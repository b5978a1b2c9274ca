// Rehearsing with a night by REST on a real station: refusals, the report, the log's file, and ten times over.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../core/json.ts';
import { LAYERS } from '../../../core/layers.ts';
import { Report, type ReportHead } from '../../../core/rehearsal/report-shape.ts';
import { allRows, getRow } from '../../../core/table.ts';
import { prune, readLog } from '../../../main/rehearsal/log-file.ts';
import { rehearse, stationOf2008 } from '../../support/night-station.ts';
import { errorsIn, tempFolder, testStation, writeFiles, type TestStation } from '../../support/station.ts';

const send = (station: TestStation, method: string, path: string, body?: JsonObject) =>
  station.ask(`/api/v1${path}`, {
    method,
    headers: { 'content-type': 'application/json', 'x-tallydesk-user': 'olive' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });

const live = (station: TestStation) => station.command({ type: 'mode.set', mode: 'live' });
const showText = ({ station }: TestStation) => JSON.stringify(station.store.state.show);

/** A cue whose headline moves with the night. */
const movingCue = {
  type: 'cue.create',
  number: 900,
  name: 'How much is counted',
  graphic: 'labelled',
  layer: 'lower-third',
  data: {},
  follow: true,
  bindings: {
    headline: { fact: 'rh-nz-2008.count', path: 'onAir.headline' },
    label: { fact: 'rh-nz-2008.count', path: 'onAir.label' },
  },
};

async function takeAndClear(station: TestStation, number = 900): Promise<void> {
  expect((await station.command({ type: 'cue.recall', number })).json).toMatchObject({ takeable: true });
  station.clock.now += 2000;
  expect((await station.command({ type: 'cue.take' })).json).toMatchObject({ ok: true });
  station.clock.now += 9000;
  expect((await station.command({ type: 'air.clear' })).json).toMatchObject({ ok: true });
}

const reportOf = async (station: TestStation, id = '') =>
  Report.parse((await station.ask(`/api/v1/rehearsal/report${id && `?id=${id}`}`)).json['report']);

describe('nights over REST', () => {
  it('are offered, the show’s own election first, and played in rehearsal only', async () => {
    const station = await stationOf2008();
    const { json } = await station.ask('/api/v1/rehearsal/nights');
    expect((json['nights'] as { id: string }[]).map(({ id }) => id)).toEqual([
      'nz-2008',
      'nz-2008-preliminary',
      'nz-2017',
      'nz-2023',
      'nz-2023-preliminary',
    ]);
    expect(await send(station, 'POST', '/rehearsal/night', { id: 'nz-2008' })).toMatchObject({
      status: 409,
      json: { code: 'no_rehearsal' },
    });
    await rehearse(station);
    expect(await send(station, 'PATCH', '/rehearsal/night', { speed: 2 })).toMatchObject({
      status: 422,
      json: { code: 'night_unknown' },
    });
    expect(await send(station, 'POST', '/rehearsal/night', { id: 'nz-1776' })).toMatchObject({ status: 422 });
    for (const wrong of [{ speed: 61 }, { speed: 0 }, { at: 5, counted: 5 }, { counted: 101 }, { wrong: 1 }])
      expect(await send(station, 'PATCH', '/rehearsal/night', wrong)).toMatchObject({
        status: 400,
        json: { code: 'bad_command' },
      });
    expect(
      (await send(station, 'POST', '/rehearsal/night', { id: 'nz-2008', speed: 60 })).json,
    ).toMatchObject({
      ok: true,
      night: { id: 'nz-2008', speed: 60, round: 1 },
    });
    expect(
      (await send(station, 'PATCH', '/rehearsal/night', { counted: 90, paused: true })).json,
    ).toMatchObject({
      night: { counted: 90, state: 'paused' },
    });
    expect((await station.ask('/api/v1/rehearsal')).json).toMatchObject({
      mode: 'rehearsal',
      rehearsal: { phase: 'running' },
      night: { counted: 90 },
    });
    expect((await send(station, 'DELETE', '/rehearsal/night')).json).toEqual({ ok: true, night: null });
    expect((await station.ask('/api/v1/rehearsal/night')).json).toEqual({ night: null });
  });

  it('plays what the show has recorded, and finds a share of its count', async () => {
    const station = await stationOf2008();
    const { filesAtCount } = await import('../../support/night-files.ts');
    const base64 = (files: Record<string, string>) =>
      Object.fromEntries(
        Object.entries(files).map(([name, text]) => [name, Buffer.from(text).toString('base64')]),
      );
    const lines = [10, 30, 60, Infinity].map((percent, i) =>
      JSON.stringify({
        at: station.clock.now + i * 60_000,
        feed: 'ec',
        files: base64(filesAtCount(percent)),
      }),
    );
    await writeFiles(station.folder, { 'recordings/ec-1.jsonl': lines.join('\n') + '\n' });
    const { json } = await station.ask('/api/v1/rehearsal/nights');
    expect((json['nights'] as JsonObject[]).at(-1)).toMatchObject({
      id: 'recording:ec-1',
      kind: 'recorded',
      length: 180_000,
    });
    await rehearse(station);
    expect((await send(station, 'POST', '/rehearsal/night', { id: 'recording:ec-1' })).json).toMatchObject({
      night: { counted: 9.9, feed: 'rh-ec', seed: null },
    });
    expect((await send(station, 'PATCH', '/rehearsal/night', { counted: 50 })).json).toMatchObject({
      night: { at: 120_000, counted: 59.9 },
    });
    expect(
      (await send(station, 'PATCH', '/rehearsal/night', { at: 60_000, paused: true })).json,
    ).toMatchObject({
      night: { at: 60_000, counted: 29.9 },
    });
    expect(getRow(station.station.store.state.show.facts, 'rh-ec.count')?.values[0]).toMatchObject({
      value: 29.9,
    });
    expect(errorsIn(station.lines)).toEqual([]);
  });
});

describe('a rehearsal’s report', () => {
  it('says what was done, by whom, and where the night was; it stays when the rehearsal is over', async () => {
    const station = await stationOf2008();
    await rehearse(station);
    await send(station, 'POST', '/rehearsal/night', { id: 'nz-2008', speed: 60 });
    await send(station, 'PATCH', '/rehearsal/night', { counted: 90, paused: true });
    await station.command({ ...movingCue, planned: '21:00' });
    await takeAndClear(station);
    const id = 'rh-nz-2008.house';
    await station.command({ type: 'fact.edit', factId: id, changes: { note: 'wrong' } });
    station.clock.now += 5000;
    await station.command({ type: 'show.undo' });
    expect((await station.command({ type: 'cue.take', cueId: 'nobody' })).status).toBe(422);

    const running = await reportOf(station);
    expect(running).toMatchObject({ endedAt: null, unseen: 1, edits: 2, startedBy: 'olive' });
    expect(running.unknown).toEqual(['unseen', 'speed', 'running', 'eyes']);
    expect(running.takes).toMatchObject([{ cue: { number: 900 }, by: 'olive', waitMs: 2000, round: 1 }]);
    expect(running.plan.against).toBe('night');
    expect(running.undone).toMatchObject([{ afterMs: 5000, by: 'olive' }]);
    expect(running.refusals.map(({ code }) => code)).toEqual(['cue_unknown']);
    expect(running.nights).toMatchObject([{ id: 'nz-2008', rounds: 1, fastest: 60 }]);

    await live(station);
    await station.close();
    const again = await testStation({ build: station.build, data: station.data });
    const { json } = await again.ask('/api/v1/rehearsal/reports');
    const [head] = json['reports'] as unknown as ReportHead[];
    expect(head).toMatchObject({ takes: 1, startedBy: 'olive' });
    const kept = await reportOf(again, head?.id);
    expect(kept).toMatchObject({ takes: running.takes, plan: running.plan, undone: running.undone });
    expect(kept.unknown).toEqual(['unseen', 'speed', 'eyes']);
    const csv = await again.ask('/api/v1/rehearsal/report.csv');
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.body).toContain('How much is counted');
    expect(await again.ask('/api/v1/rehearsal/report?id=..%2Fkey')).toMatchObject({ status: 404 });
    // nothing of it in the facts' history
    const facts = await readFile(join(station.folder, 'facts.jsonl'), 'utf8');
    expect(facts).not.toContain('rh-nz-2008');
  });

  it('goes on in its own file when the station was stopped in between', async () => {
    const station = await stationOf2008();
    await rehearse(station);
    await station.command(movingCue);
    await station.close();
    const again = await testStation({ build: station.build, data: station.data });
    await again.command({ type: 'cue.take', cueId: 'nobody' });
    await live(again);
    await again.close();
    const names = await readdir(join(station.folder, 'rehearsals'));
    expect(names).toHaveLength(1);
    const read = await readLog(join(station.folder, 'rehearsals'), names[0]?.replace('.jsonl', '') ?? '');
    expect(read?.damaged).toBe(0);
    expect(read?.lines.map(({ line }) => line)).toEqual(['begin', 'plan', 'edit', 'refusal', 'plan', 'end']);
  });

  it('keeps the last logs and no others', async () => {
    const folder = await tempFolder();
    const begin = (n: number) => ({
      line: 'begin',
      at: n,
      by: 'olive',
      night: null,
      id: `r${n}`,
      show: { id: 's', title: 'S' },
      timeZone: 'UTC',
    });
    await writeFiles(
      folder,
      Object.fromEntries(
        [1, 2, 3, 4].map((n) => [`r${n}.jsonl`, JSON.stringify(begin(n)) + '\n{"line":"ta']),
      ),
    );
    await writeFiles(folder, { 'notes.txt': 'mine', 'other.jsonl': '{}' });
    await prune(folder, 2);
    expect((await readdir(folder)).sort()).toEqual(['notes.txt', 'other.jsonl', 'r3.jsonl', 'r4.jsonl']);
    expect((await readLog(folder, 'r4'))?.damaged).toBe(1);
  });
});

describe('rehearsing it ten times', () => {
  it('leaves not one bit of it in the show, and nothing on program, ever', async () => {
    const station = await stationOf2008();
    const { store } = station.station;
    await station.station.save();
    const saved = async () =>
      JSON.stringify(
        (JSON.parse(await readFile(join(station.folder, 'show.json'), 'utf8')) as JsonObject)['show'],
      );
    const before = { text: showText(station), file: await saved() };
    const seen: string[] = [];
    store.onCommit(({ after }) => {
      const { layers } = after.air.channels.program;
      for (const id of LAYERS) {
        const { current, leaving, armed } = layers[id];
        for (const item of [current, leaving, armed])
          if (item) seen.push(`${after.air.mode} ${item.cue.name}`);
      }
    });
    for (let round = 1; round <= 10; round += 1) {
      expect((await rehearse(station)).json).toMatchObject({ ok: true });
      await send(station, 'POST', '/rehearsal/night', { id: 'nz-2008', speed: 60, seed: round });
      await send(station, 'PATCH', '/rehearsal/night', { counted: 9 * round, paused: true });
      expect(getRow(store.state.show.facts, 'rh-nz-2008.party-labour')?.origin).toBe('rehearsal');
      await station.command(movingCue);
      await takeAndClear(station);
      const [fact] = allRows(store.state.show.facts);
      await station.command({
        type: 'fact.edit',
        factId: fact?.id ?? '',
        changes: { note: `round ${round}` },
      });
      await station.command({ type: 'show.edit', changes: { title: `Rehearsal ${round}` } });
      expect((await live(station)).json).toMatchObject({ ok: true });
      expect(showText(station)).toBe(before.text);
    }
    await station.station.save();
    expect(await saved()).toBe(before.file);
    // what stands by for a take is loaded in live mode, as always: of the live show
    expect(
      seen.filter((line) => line.startsWith('rehearsal') || line.includes('How much is counted')),
    ).toEqual([]);
    const { json } = await station.ask('/api/v1/rehearsal/reports');
    expect((json['reports'] as unknown as ReportHead[]).map(({ takes }) => takes)).toEqual(Array(10).fill(1));
    expect(errorsIn(station.lines)).toEqual([]);
  });
});
