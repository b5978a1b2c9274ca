// `serve` as a process: what it prints, how it ends, and that killing it loses nothing.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../core/json.ts';
import type { Addresses } from '../../main/station.ts';
import { Page, stageHello } from '../support/page.ts';
import { bundleServe, serve } from '../support/serve-child.ts';
import { ask, SHOW, tempFolder, writeBuild } from '../support/station.ts';

let top: string;
let out: string;

beforeAll(async () => {
  top = await mkdtemp(join(tmpdir(), 'tallydesk-serve-'));
  out = join(top, 'out');
  await writeBuild(out);
  await bundleServe(out);
}, 60_000);

afterAll(() => rm(top, { recursive: true, force: true }));

const portOf = ({ desk }: Addresses): number => Number(new URL(desk).port);

async function api(addresses: Addresses, path: string, command?: JsonObject): Promise<JsonObject> {
  const { json } = await ask(portOf(addresses), `/api/v1${path}`, {
    method: command ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${addresses.key}` },
    ...(command ? { body: JSON.stringify(command) } : {}),
  });
  return json;
}

async function onAir(addresses: Addresses): Promise<{ stage: Page; instance: string }> {
  const stage = await Page.open({ port: portOf(addresses), key: addresses.key }, stageHello());
  const taken = await api(addresses, '/commands', { type: 'cue.take', cueId: 'c1' });
  const instance = String(taken['instance']);
  stage.report(instance, 'on');
  await stage.settle();
  return { stage, instance };
}

const lowerThird = async (addresses: Addresses): Promise<JsonObject | undefined> => {
  const { channels } = await api(addresses, '/air');
  return (channels as Record<string, { layers: Record<string, JsonObject> }>)['program']?.layers[
    'lower-third'
  ];
};

describe('starting and stopping', () => {
  it('prints one line when it is ready, and nothing else; SIGTERM saves and ends with 0', async () => {
    const data = await tempFolder();
    const child = serve(out, data);
    const addresses = await child.ready;
    const { key } = addresses;
    const base = `http://127.0.0.1:${portOf(addresses)}`;
    expect(addresses).toEqual({
      desk: `${base}/desk?key=${key}`,
      outputs: {
        program: `${base}/output/program?key=${key}`,
        preview: `${base}/output/preview?key=${key}`,
        rehearsal: `${base}/output/rehearsal?key=${key}`,
      },
      api: `${base}/api/v1`,
      key,
    });
    expect(key).toMatch(/^[\w-]{20,}$/);
    await api(addresses, '/commands', { type: 'show.edit', title: 'Saved' });
    expect(await child.kill('SIGTERM')).toEqual({ code: 0, signal: null });
    expect(child.stdout()).toBe(`tallydesk ready ${JSON.stringify(addresses)}\n`);
    expect(child.stderr()).toBe('');
    expect(await readFile(join(data, SHOW, 'show.json'), 'utf8')).toContain('"title": "Saved"');
    expect(await readFile(join(data, 'logs/tallydesk.log'), 'utf8')).toContain('"msg":"stopped"');
  });

  it('stops as cleanly when its terminal is closed', async () => {
    const child = serve(out, await tempFolder());
    await child.ready;
    expect(await child.kill('SIGHUP')).toEqual({ code: 0, signal: null });
  });

  it.each([
    [
      'bad arguments',
      2,
      /^tallydesk: --port: "99999" is not a port number \(usage: .*\)\n$/,
      ['--port', '99999'],
    ],
    ['a show that is nowhere', 1, /^tallydesk: there is no show "nothing" in .*\n$/, ['--show', 'nothing']],
  ])('%s: exit %i and one line', async (_what, code, line, more) => {
    const child = serve(out, await tempFolder(), ...more);
    expect(await child.ended).toEqual({ code, signal: null });
    expect(child.stdout()).toBe('');
    expect(child.stderr()).toMatch(line);
  });

  it('a port in use: exit 1 and one line that names it', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const child = serve(out, await tempFolder(), '--port', String(port));
    expect(await child.ended).toEqual({ code: 1, signal: null });
    expect(child.stderr()).toBe(`tallydesk: port ${port} is in use: choose another with --port\n`);
    server.close();
  });

  it('plays on when nobody reads its stderr any more', async () => {
    const child = serve(out, await tempFolder(), '--graphics', '/nowhere/at/all');
    const addresses = await child.ready;
    child.hangUpStderr();
    // each of these is logged as an error or a warning somewhere
    for (const path of ['/nothing', '/show']) await api(addresses, path);
    await onAir(addresses);
    expect(await lowerThird(addresses)).toMatchObject({ state: 'on' });
    expect((await child.kill('SIGTERM')).code).toBe(0);
  });
});

describe('killed with a graphic on air', () => {
  it('comes back with the same show and nothing on air, until the operator puts it back', async () => {
    const data = await tempFolder();
    const first = serve(out, data);
    const before = await first.ready;
    const { instance } = await onAir(before);
    await api(before, '/commands', { type: 'cue.edit', cueId: 'c2', changes: { name: 'Last words' } });
    const { cues, facts } = await api(before, '/show');
    expect(await first.kill('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' });

    const second = await serve(out, data).ready;
    expect(second.key).toBe(before.key);
    expect(await api(second, '/show')).toMatchObject({ cues, facts });
    expect(await lowerThird(second)).toMatchObject({ state: 'off' });
    const { interrupted } = await api(second, '/air');
    expect(interrupted).toMatchObject([{ channel: 'program', item: { instance } }]);

    const restored = await api(second, '/commands', { type: 'air.restore' });
    expect(restored).toMatchObject({ ok: true, restored: ['c1'], refused: [] });
    expect(await lowerThird(second)).toMatchObject({ state: 'coming', current: { instance, cut: true } });
    expect(await api(second, '/air')).toMatchObject({ interrupted: [] });
  });

  it('an output that goes on showing it brings it back by itself; what is forgotten is forgotten', async () => {
    const data = await tempFolder();
    const first = serve(out, data);
    const { instance } = await onAir(await first.ready);
    await first.kill('SIGKILL');

    const second = serve(out, data);
    const addresses = await second.ready;
    await Page.open(
      { port: portOf(addresses), key: addresses.key },
      stageHello('program', { showing: [instance] }),
    );
    expect(await lowerThird(addresses)).toMatchObject({ state: 'on', current: { instance } });
    await second.kill('SIGKILL');

    const third = await serve(out, data).ready;
    expect(await api(third, '/commands', { type: 'air.discard' })).toMatchObject({ ok: true });
    expect(await api(third, '/air')).toMatchObject({ interrupted: [] });
    const again = await api(third, '/commands', { type: 'air.restore' });
    expect(again).toMatchObject({ ok: false, code: 'nothing_interrupted' });
  });
});
