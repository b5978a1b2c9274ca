/** Attempts to get rehearsal data on program of a real station, through every door but the browser's. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, describe } from 'vitest';
import type { JsonObject } from '../../core/json.ts';
import { LAYERS } from '../../core/layers.ts';
import { breachesIn } from '../../core/rehearsal/barrier.ts';
import { ShowFile } from '../../core/schema/show-file.ts';
import { allRows, getRow } from '../../core/table.ts';
import { readBundle, writeBundle } from '../../main/shows/bundle.ts';
import { Page, stageHello } from '../support/page.ts';
import { errorsIn, testStation, type TestStation } from '../support/station.ts';

const onProgram = ({ station }: TestStation) =>
  LAYERS.flatMap((id) => {
    const { current, armed, leaving } = station.store.state.air.channels.program.layers[id];
    return [current, armed, leaving].flatMap((item) => item ?? []);
  });

const done = async (station: TestStation, command: { type: string } & JsonObject, user?: string) => {
  const { status, json } = await station.command(command, user);
  expect([command.type, status, json['detail'] ?? '']).toEqual([command.type, 200, '']);
  return json;
};

const refused = async (station: TestStation, command: { type: string } & JsonObject) => {
  const { status, json } = await station.command(command);
  expect(status).not.toBe(200);
  return json['code'];
};

const mode = (station: TestStation, to: 'live' | 'rehearsal') =>
  done(station, { type: 'mode.set', mode: to });

/** Into rehearsal, with a test result made there, approved, and on the rehearsal channel. */
async function rehearse(station: TestStation): Promise<string> {
  await mode(station, 'rehearsal');
  await done(
    station,
    { type: 'fact.create', factId: 'r1', kind: 'headline', statement: 'Test result' },
    'ana',
  );
  await done(station, { type: 'fact.approve', factId: 'r1' }, 'ben');
  const bindings = { headline: { fact: 'r1', path: 'statement' } };
  const made = { type: 'cue.create', graphic: 'strap', layer: 'ticker', bindings };
  const { cueId } = await done(station, made);
  await done(station, { type: 'cue.take', cueId: String(cueId) });
  expect(station.station.store.state.air.channels.rehearsal.layers.ticker.current?.origin).toBe('rehearsal');
  return String(cueId);
}

async function leave(station: TestStation) {
  await done(station, { type: 'air.panic' });
  await mode(station, 'live');
}

const edit = async (station: TestStation, change: (file: ShowFile) => void) => {
  await station.close();
  const path = join(station.folder, 'show.json');
  const file = ShowFile.parse(JSON.parse(await readFile(path, 'utf8')));
  change(file);
  await writeFile(path, JSON.stringify(file));
  return testStation({ data: station.data, build: station.build });
};

describe('a rehearsal on a station', () => {
  it('leaves the show’s text as it was, ten times over, and no line in the fact log', async () => {
    const station = await testStation();
    const before = JSON.stringify(station.station.store.state.show);
    const facts = await readFile(join(station.folder, 'facts.jsonl'), 'utf8');
    for (let round = 0; round < 10; round += 1) {
      await rehearse(station);
      await done(station, { type: 'cue.delete', cueId: 'c1' });
      expect(onProgram(station)).toEqual([]);
      await leave(station);
    }
    expect(JSON.stringify(station.station.store.state.show)).toBe(before);
    await station.close();
    expect(await readFile(join(station.folder, 'facts.jsonl'), 'utf8')).toBe(facts);
    const file = ShowFile.parse(JSON.parse(await readFile(join(station.folder, 'show.json'), 'utf8')));
    expect([JSON.stringify(file.show), file.held]).toEqual([before, null]);
  });

  it('tells a program stage nothing, whatever is done', async () => {
    const station = await testStation();
    await mode(station, 'rehearsal');
    const stage = await Page.open(station, stageHello('program'));
    const { revision } = station.station.store;
    const told = stage.messages.length;
    await done(station, { type: 'cue.take', cueId: 'c2' });
    await done(station, { type: 'output.picture', outputId: 'program', picture: 'black' });
    expect(await refused(station, { type: 'output.picture', outputId: 'program', picture: 'test' })).toBe(
      'live_data_in_rehearsal',
    );
    await done(station, { type: 'layer.out' });
    const beat = () => stage.send({ type: 'beat', revision: stage.revision, frames: 50, late: 0 });
    for (let beats = 0; beats < 3; beats += 1) beat();
    await expect.poll(() => station.station.outputs()[0]?.frames).toBe(150);
    // it has been told all that there is for it
    expect(station.station.outputs()).toMatchObject([{ revision, behind: false }]);
    expect(stage.messages.slice(told)).toEqual([]);
    expect(station.station.store.revision).toBeGreaterThan(revision);
    await leave(station);
    await done(station, { type: 'cue.take', cueId: 'c2' });
    await stage.until(station.station.store.revision);
    expect([stage.gaps, stage.stage.mode]).toEqual([0, 'live']);
    expect(stage.stage.layers['lower-third'].current?.cue.id).toBe('c2');
  });

  it('goes on after a restart where it was, with the live show put aside', async () => {
    const first = await testStation();
    await rehearse(first);
    const { held } = first.station.store.state;
    await first.close();
    const second = await testStation({ data: first.data, build: first.build });
    expect(second.station.store.state.held).toEqual(held);
    expect(second.station.store.state.air.mode).toBe('rehearsal');
    expect(await done(second, { type: 'air.restore' })).toMatchObject({ refused: [] });
    expect(onProgram(second)).toEqual([]);
    await leave(second);
    expect(second.station.store.state.show).toEqual(held);
    expect(errorsIn(second.lines)).toEqual([]);
  });
});

describe('the doors', () => {
  it('REST: neither a take, an override, a recall by number, a copy nor a withdrawal brings it on program', async () => {
    const station = await testStation();
    const cueId = await rehearse(station);
    await leave(station);
    await done(station, { type: 'show.edit', allowOverride: true });
    const override = { reason: 'I want it' };
    expect(await refused(station, { type: 'cue.take', cueId })).toBe('rehearsal_data');
    expect(await refused(station, { type: 'cue.take', cueId, override })).toBe('rehearsal_data');
    const kept = await done(station, {
      type: 'rehearsal.keep',
      items: [
        { kind: 'fact', id: 'r1' },
        { kind: 'cue', id: cueId },
      ],
    });
    const [factKept = '', cueKept = ''] = [kept['facts'], kept['cues']].map((ids) => (ids as string[])[0]);
    await done(station, { type: 'fact.approve', factId: factKept }, 'ben');
    expect(await refused(station, { type: 'cue.take', cueId: cueKept })).toBe('rehearsal_data');
    expect(await refused(station, { type: 'cue.take', cueId: cueKept, override })).toBe(
      'override_not_possible',
    );
    expect(await refused(station, { type: 'cue.arm', cueId: cueKept })).toBe('rehearsal_data');
    const replace = { type: 'fact.withdraw', factId: 'f1', replacement: factKept };
    expect(await refused(station, replace)).toBe('rehearsal_data');
    expect(await refused(station, { type: 'fact.supersede', factId: 'f1', by: factKept })).toBe(
      'rehearsal_data',
    );
    // a live cue on air that takes its fact from the rehearsal: neither by update nor by itself
    await done(station, { type: 'cue.take', cueId: 'c2' });
    const bindings = { headline: { fact: factKept, path: 'statement' } };
    await done(station, { type: 'cue.edit', cueId: 'c2', changes: { bindings } });
    expect(await refused(station, { type: 'layer.update', layer: 'lower-third' })).toBe('rehearsal_data');
    expect(onProgram(station).map(({ origin }) => origin)).toEqual(['live']);
    expect(breachesIn(station.station.store.state)).toEqual([]);
  });

  it('undo and redo: no step of a rehearsal is left to be redone', async () => {
    const station = await testStation();
    await mode(station, 'rehearsal');
    await done(station, { type: 'cue.edit', cueId: 'c1', changes: { data: { headline: 'Test' } } });
    await done(station, { type: 'show.undo' });
    await mode(station, 'live');
    expect(await refused(station, { type: 'show.redo' })).toBe('nothing_to_redo');
    expect(await refused(station, { type: 'show.undo' })).toBe('nothing_to_undo');
  });

  it('outputs: a rehearsal output does not become a program output while it shows something', async () => {
    const station = await testStation();
    const wall = { type: 'output.create', name: 'Wall', channel: 'rehearsal', target: { kind: 'browser' } };
    const { outputId } = await done(station, wall);
    await rehearse(station);
    const change = { type: 'output.edit', outputId: String(outputId), channel: 'program' };
    expect(await refused(station, change)).toBe('live_data_in_rehearsal');
    await done(station, { type: 'output.freeze', outputId: String(outputId), on: true });
    await done(station, { type: 'air.panic' });
    expect(await refused(station, { type: 'mode.set', mode: 'live' })).toBe('on_air');
    await done(station, { type: 'output.freeze', outputId: String(outputId), on: false });
    await mode(station, 'live');
    await done(station, change);
    expect(breachesIn(station.station.store.state)).toEqual([]);
  });

  it('stage.claims: an output that says it shows a rehearsal’s graphic on program is not believed', async () => {
    const first = await testStation();
    await rehearse(first);
    const { instance } = first.station.store.state.air.channels.rehearsal.layers.ticker.current ?? {};
    await first.close();
    const second = await testStation({ data: first.data, build: first.build });
    await Page.open(second, { ...stageHello('program'), showing: [String(instance)] });
    expect(onProgram(second)).toEqual([]);
  });

  it('an edited show file: made live while a rehearsal runs, its graphic moved to program', async () => {
    const first = await testStation();
    await rehearse(first);
    const live = first.station.store.state.held;
    const second = await edit(first, (file) => {
      file.air.mode = 'live';
      file.air.channels.program = file.air.channels.rehearsal;
      file.air.interrupted = file.air.interrupted.map((one) => ({ ...one, channel: 'program' as const }));
    });
    const { state } = second.station.store;
    expect(state.show).toEqual(live);
    expect([state.air.mode, state.air.interrupted, state.held]).toEqual(['live', [], null]);
    expect(state.rehearsal?.phase).toBe('review');
    expect(onProgram(second)).toEqual([]);
    expect(second.lines.some(({ msg }) => msg.includes('can never go on program'))).toBe(true);
  });

  it('an edited show file: the origin of what was kept is washed off', async () => {
    const first = await testStation();
    const cueId = await rehearse(first);
    await leave(first);
    const kept = await done(first, { type: 'rehearsal.keep', items: [{ kind: 'cue', id: cueId }] });
    const [own = ''] = kept['cues'] as string[];
    const second = await edit(first, (file) => {
      const cue = getRow(file.show.cues, own);
      if (!cue) throw new Error('nothing was kept');
      cue.origin = 'live';
      cue.bindings = {};
      cue.data = { headline: 'Test result' };
    });
    expect(await refused(second, { type: 'cue.take', cueId: own })).toBe('rehearsal_data');
  });

  it('a journal in which the origin is washed off, or that puts a rehearsal’s graphic on program', async () => {
    const first = await testStation();
    const cueId = await rehearse(first);
    const item = first.station.store.state.air.channels.rehearsal.layers.ticker.current;
    await leave(first);
    const kept = await done(first, { type: 'rehearsal.keep', items: [{ kind: 'cue', id: cueId }] });
    const [own = ''] = kept['cues'] as string[];
    await first.close();
    const { revision, show } = ShowFile.parse(
      JSON.parse(await readFile(join(first.folder, 'show.json'), 'utf8')),
    );
    const bucket = Object.entries(show.cues.buckets).find(([, rows]) => Object.hasOwn(rows, own))?.[0];
    const line = (n: number, patch: object) =>
      JSON.stringify({ revision: revision + n, at: 0, by: 'x', command: { type: 'x' }, patches: [patch] }) +
      '\n';
    const path = ['show', 'cues', 'buckets', bucket, own, 'origin'];
    const layer = ['air', 'channels', 'program', 'layers', 'ticker', 'current'];
    await writeFile(
      join(first.folder, 'journal.jsonl'),
      line(1, { op: 'replace', path, value: 'live' }) + line(2, { op: 'replace', path: layer, value: item }),
    );
    const second = await testStation({ data: first.data, build: first.build });
    expect(onProgram(second)).toEqual([]);
    expect(second.station.store.state.air.interrupted).toEqual([]);
    const { json } = await second.command({ type: 'cue.take', cueId: own });
    const codes = (json['problems'] as { code: string }[]).map(({ code }) => code);
    expect(codes).toContain('rehearsal_data');
  });

  it('a copy of the show, made during a rehearsal, is of the live show', async () => {
    const station = await testStation();
    const { show } = station.station.store.state;
    await rehearse(station);
    const folder = join(station.data, 'a-copy');
    await station.station.saveCopy(folder);
    const copy = ShowFile.parse(JSON.parse(await readFile(join(folder, 'show.json'), 'utf8')));
    expect(copy.show).toEqual({ ...show, id: 'a-copy' });
    expect([copy.held, copy.rehearsal, copy.air.mode]).toEqual([null, null, 'live']);
  });

  it('a rundown template that was saved in a rehearsal keeps its origin in every show', async () => {
    const first = await testStation();
    await rehearse(first);
    const post = (body: object) => ({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const { json } = await first.ask('/api/v1/rundown-templates', post({ name: 'Rehearsed' }));
    const { clip } = (await first.ask(`/api/v1/rundown-templates/${String(json['id'])}`)).json;
    await first.close();
    const other = await testStation({ build: first.build });
    const pasted = await other.ask('/api/v1/rundown/paste', post({ clip }));
    const cueIds = pasted.json['cueIds'] as string[];
    for (const { id, approval } of allRows(other.station.store.state.show.facts))
      if (approval === 'draft') await done(other, { type: 'fact.approve', factId: id }, 'ben');
    expect(await refused(other, { type: 'cue.take', cueId: String(cueIds.at(-1)) })).toBe('rehearsal_data');
    expect(onProgram(other)).toEqual([]);
  });

  it('a version and a bundle whose rows were made live by hand, and copies of them', async () => {
    const first = await testStation();
    const cueId = await rehearse(first);
    await leave(first);
    const kept = await done(first, { type: 'rehearsal.keep', items: [{ kind: 'cue', id: cueId }] });
    const [own = ''] = kept['cues'] as string[];
    const { store } = first.station;
    const show = structuredClone(store.state.show);
    const cue = getRow(show.cues, own);
    if (!cue) throw new Error('nothing was kept');
    Object.assign(cue, { origin: 'live', bindings: {}, data: { headline: 'Test result' } });
    await done(first, { type: 'cue.delete', cueId: own });
    const back = { type: 'show.replace', show, from: 'a version' };
    expect(store.dispatch(back, { by: 'olive', internal: true })).toMatchObject({ ok: true });
    expect(await refused(first, { type: 'cue.take', cueId: own })).toBe('rehearsal_data');
    const { cueIds } = await done(first, { type: 'cue.duplicate', cueIds: [own] });
    const [twin] = cueIds as string[];
    expect(await refused(first, { type: 'cue.take', cueId: String(twin) })).toBe('rehearsal_data');

    const path = join(first.data, 'edited.tallydesk');
    await writeBundle(path, { show, media: first.folder, asRun: null, now: first.clock.now });
    await readBundle(path, 'edited.tallydesk', join(first.data, 'taken-in'), first.clock.now);
    const second = await testStation({ data: first.data, build: first.build, show: 'taken-in' });
    expect(getRow(second.station.store.state.show.cues, own)?.origin).toBe('rehearsal');
    expect(await refused(second, { type: 'cue.take', cueId: own })).toBe('rehearsal_data');
    expect(onProgram(second)).toEqual([]);
  });
});
