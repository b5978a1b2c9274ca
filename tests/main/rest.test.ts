// The control API over a real socket: every status of the public surface, and what each view says.
import { describe, expect, it } from 'vitest';
import { isObject, type JsonObject } from '../../core/json.ts';
import { ask, errorsIn, testStation, type Ask } from '../support/station.ts';
import { Page, stageHello } from '../support/page.ts';

const post = (body: string, headers: Record<string, string> = {}): Ask => ({ method: 'POST', body, headers });
const take = JSON.stringify({ type: 'cue.take', cueId: 'c1' });

describe('POST /commands', () => {
  it('answers 200 with the revision and what the command says', async () => {
    const { command, station } = await testStation();
    const before = station.store.revision;
    const made = await command({
      type: 'cue.create',
      graphic: 'strap',
      layer: 'lower-third',
      data: { headline: 'Hello' },
    });
    expect(made.status).toBe(200);
    expect(made.json).toMatchObject({ ok: true, revision: before + 1, number: 6 });
    expect(made.json['cueId']).toMatch(/^cue-/);
    expect(made.headers['cache-control']).toBe('no-store');
  });

  it.each<[string, number, string, RegExp, string]>([
    ['malformed JSON', 400, 'bad_command', /^The body is not JSON: /, '{"type":'],
    ['nothing', 400, 'bad_command', /^The body is not JSON: /, ''],
    ['no object', 400, 'bad_command', /with a "type"/, '[]'],
    ['an unknown command', 400, 'unknown_command', /"cue.fly"/, '{"type":"cue.fly"}'],
    [
      'a missing field',
      400,
      'bad_command',
      /^cue.create: "graphic": is needed\.$/,
      '{"type":"cue.create","layer":"bug"}',
    ],
    [
      'a wrong field',
      400,
      'bad_command',
      /^layer.out: "layer": must be "background", .* or "bug"\.$/,
      '{"type":"layer.out","layer":"sky"}',
    ],
    [
      'what only stages say',
      422,
      'not_allowed',
      /stages only/,
      '{"type":"stage.report","channel":"program","instance":"i","event":"on"}',
    ],
    ['an unknown cue', 422, 'cue_unknown', /"c99"/, '{"type":"cue.take","cueId":"c99"}'],
    [
      'data that the template cannot draw',
      422,
      'data_invalid',
      /Headline: is needed/,
      '{"type":"cue.arm","cueId":"bad"}',
    ],
    ['a fact not approved', 409, 'fact_draft', /not approved yet/, '{"type":"cue.take","cueId":"c3"}'],
    ['an empty layer', 409, 'nothing_on_layer', /Nothing is on air/, '{"type":"layer.out","layer":"bug"}'],
    ['nothing to undo', 409, 'nothing_to_redo', /nothing to redo/, '{"type":"show.redo"}'],
  ])('refuses %s with %i', async (_what, status, code, detail, body) => {
    const { ask: api, command, station } = await testStation();
    if (body.includes('"bad"')) {
      const made = await command({ type: 'cue.create', graphic: 'strap', layer: 'lower-third', data: {} });
      body = body.replace('bad', String(made.json['cueId']));
    }
    const before = station.store.state;
    const answer = await api('/api/v1/commands', post(body));
    expect(answer.status).toBe(status);
    expect(answer.json).toMatchObject({ ok: false, code });
    expect(answer.json['detail']).toMatch(detail);
    expect(station.store.state).toBe(before);
  });

  it('wants the key: 401 without and with a wrong one', async () => {
    const { port, key, station } = await testStation();
    const before = station.store.state;
    for (const headers of [{}, { authorization: 'Bearer nope' }, { authorization: `Basic ${key}` }]) {
      const answer = await ask(port, '/api/v1/commands', post(take, headers));
      expect(answer.status).toBe(401);
      expect(answer.json).toMatchObject({ ok: false, code: 'no_key' });
    }
    expect(station.store.state).toBe(before);
    expect((await ask(port, `/api/v1/commands?key=${key}`, post(take))).status).toBe(200);
  });

  it('refuses other pages and other hosts with 403, even with the key', async () => {
    const { ask: api, port, station } = await testStation();
    const before = station.store.state;
    for (const origin of ['null', 'http://evil.example', `http://program-bug.localhost:${port}`]) {
      const answer = await api('/api/v1/commands', post(take, { origin }));
      expect([answer.status, answer.json['code']]).toEqual([403, 'wrong_origin']);
    }
    const rebound = await api('/api/v1/commands', post(take, { host: `evil.example:${port}` }));
    expect([rebound.status, rebound.json['code']]).toEqual([403, 'wrong_host']);
    expect(station.store.state).toBe(before);
    const own = await api('/api/v1/commands', post(take, { origin: `http://localhost:${port}` }));
    expect(own.status).toBe(200);
  });

  it('takes 1 MB at most', async () => {
    const { ask: api, station } = await testStation();
    const before = station.store.state;
    const body = JSON.stringify({
      type: 'cue.create',
      graphic: 'strap',
      layer: 'bug',
      notes: 'x'.repeat(2 ** 20),
    });
    const tooBig = await api('/api/v1/commands', post(body));
    expect([tooBig.status, tooBig.json['detail']]).toEqual([400, 'A command is 1 MB at most.']);
    const chunked = await api('/api/v1/commands', post(body, { 'transfer-encoding': 'chunked' }));
    expect(chunked.status).toBe(400);
    expect(station.store.state).toBe(before);
  });

  it('says who did it', async () => {
    const { command } = await testStation();
    await command({ type: 'fact.create', kind: 'headline', statement: 'New.', factId: 'f9' }, 'ana');
    const own = await command({ type: 'fact.approve', factId: 'f9' }, 'ana');
    expect([own.status, own.json['code']]).toEqual([409, 'four_eyes']);
    expect((await command({ type: 'fact.approve', factId: 'f9' }, 'ben')).status).toBe(200);
  });

  it('lets an author approve where the station was told so', async () => {
    const { command } = await testStation({ waiveFourEyes: true });
    await command({ type: 'fact.create', kind: 'headline', statement: 'New.', factId: 'f9' }, 'ana');
    expect((await command({ type: 'fact.approve', factId: 'f9' }, 'ana')).status).toBe(200);
  });

  it('survives a bug: 500, air as it was, and the log has it', async () => {
    const { command, station, lines } = await testStation();
    const before = station.store.state;
    station.store.graphics = {
      get: () => {
        throw new Error('planted');
      },
    } as never;
    const answer = await command({ type: 'cue.take', cueId: 'c1' });
    expect([answer.status, answer.json['code']]).toEqual([500, 'bug']);
    expect(answer.body).not.toContain('planted');
    expect(station.store.state).toBe(before);
    expect(errorsIn(lines)).toEqual(['a command failed: this is a bug in Tallydesk']);
  });
});

describe('the views', () => {
  it('/show: facts, cues in order with the words a viewer reads, parties, settings', async () => {
    const { ask: api, command } = await testStation();
    await command({ type: 'cue.move', cueId: 'c1', index: 9 });
    const { json } = await api('/api/v1/show');
    expect(json).toMatchObject({ id: 'test-night', title: 'Test night', settings: { fourEyes: true } });
    const cues = json['cues'] as JsonObject[];
    expect(cues.map((cue) => cue['id'])).toEqual(['c2', 'c3', 'c4', 'c5', 'c1']);
    expect(cues.at(-1)).toMatchObject({ number: 1, text: 'Polls have closed' });
    expect((json['facts'] as JsonObject[]).map((fact) => fact['id'])).toEqual(['f1', 'f2']);
  });

  it('/air: each layer of each channel as the stages have said', async () => {
    const { ask: api, command, port, key } = await testStation();
    const stage = await Page.open({ port, key }, stageHello());
    const { json: taken } = await command({ type: 'cue.take', cueId: 'c1' });
    const layer = async () => {
      const { json } = await api('/api/v1/air');
      const program = (json['channels'] as Record<string, JsonObject>)['program'];
      const layers = program && isObject(program['layers']) ? program['layers'] : {};
      return layers['lower-third'] as JsonObject;
    };
    expect(await layer()).toMatchObject({
      state: 'coming',
      current: { data: { headline: 'Polls have closed' } },
    });
    stage.report(String(taken['instance']), 'on');
    await stage.settle();
    expect(await layer()).toMatchObject({ state: 'on', current: { phase: 'on' } });
  });

  it('/as-run and /as-run.csv: what was shown, never as a formula', async () => {
    const { ask: api, command, clock, port, key } = await testStation();
    const stage = await Page.open({ port, key }, stageHello());
    const headline = '=HYPERLINK("http://evil.example"),"x"';
    const made = await command({
      type: 'cue.create',
      graphic: 'strap',
      layer: 'lower-third',
      name: '=1+1',
      data: { headline },
    });
    const { json: taken } = await command({ type: 'cue.take', cueId: made.json['cueId'] ?? '' }, '@olive');
    const instance = String(taken['instance']);
    stage.report(instance, 'on');
    await stage.settle();
    clock.now += 4500;
    await command({ type: 'layer.out', layer: 'lower-third' });
    stage.report(instance, 'off');
    await stage.settle();

    const { json } = await api('/api/v1/as-run');
    const entry = { instance, channel: 'program', by: '@olive', data: { headline }, changes: 0 };
    expect(json['entries']).toMatchObject([{ ...entry, inAt: clock.now - 4500, outAt: clock.now }]);

    const csv = await api('/api/v1/as-run.csv');
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(csv.headers['content-disposition']).toBe('attachment; filename="as-run-test-night.csv"');
    const [head, row, end] = csv.body.split('\r\n');
    expect(head).toBe(
      'in,out,seconds,channel,layer,number,cue,template,version,hash,by,changes,facts,data,override,sha256',
    );
    expect(row).toMatch(
      /^2023-10-14T06:00:00\.000Z,2023-10-14T06:00:04\.500Z,4\.5,program,lower-third,6,'=1\+1,/,
    );
    expect(row).toContain(",'@olive,0,,");
    expect(row).toContain('"{""headline"":""=HYPERLINK(');
    expect(end).toBe('');
  });

  it('/graphics: what is on hand, and why others are not', async () => {
    const { ask: api, station } = await testStation({ graphics: ['/nowhere/at/all'] });
    const { json } = await api('/api/v1/graphics');
    expect((json['graphics'] as JsonObject[]).map((one) => one['id']).sort()).toEqual([
      'steps',
      'sting',
      'strap',
    ]);
    expect(json['problems']).toEqual([
      expect.stringMatching(/^the graphics folder \/nowhere\/at\/all cannot be read/),
    ]);
    expect(station.store.graphics.size).toBe(3);
  });

  it('/health: version, show, outputs, storage', async () => {
    const { ask: api, port, key } = await testStation();
    await Page.open({ port, key }, stageHello('program', { name: 'Wall' }));
    const { json } = await api('/api/v1/health');
    expect(json).toMatchObject({ ok: true, version: '0.0.0-test', show: 'test-night', storage: 'ok' });
    expect(json['outputs']).toMatchObject([{ name: 'Wall', channel: 'program', fps: null, behind: false }]);
  });

  it('404 with a sentence for what is not there', async () => {
    const { ask: api } = await testStation();
    const nothing = await api('/api/v1/nothing');
    expect([nothing.status, nothing.json]).toEqual([
      404,
      { ok: false, code: 'not_found', detail: 'There is no GET /api/v1/nothing.' },
    ]);
    expect((await api('/api/v1/commands')).status).toBe(404);
    expect((await api('/nothing')).json).toMatchObject({ code: 'not_found' });
  });
});
