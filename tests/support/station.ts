/**
 * A real station in a temporary folder on a free port, with small templates and a show of its own, a clock and ids
 * that a test can foresee, and a log that it can read. All of it is gone when the test is over.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pino from 'pino';
import { onTestFinished } from 'vitest';
import type { JsonObject } from '../../core/json.ts';
import { OGRAF_SCHEMA } from '../../core/schema/manifest.ts';
import type { Show } from '../../core/schema/show.ts';
import { startStation, type Station, type StationOptions } from '../../main/station.ts';
import { fakeIds, makeCue, makeFact, makeShow, T0 } from './builders.ts';

export const SHOW = 'test-night';

export async function tempFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tallydesk-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export async function writeFiles(
  folder: string,
  files: Record<string, string | Uint8Array | object>,
): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    const raw = typeof content === 'string' || content instanceof Uint8Array;
    await writeFile(path, raw ? content : JSON.stringify(content));
  }
}

export const manifest = (id: string, over: JsonObject = {}): JsonObject => ({
  $schema: OGRAF_SCHEMA,
  id,
  name: id,
  main: 'graphic.js',
  supportsRealTime: true,
  supportsNonRealTime: false,
  stepCount: 1,
  schema: {
    type: 'object',
    required: ['headline'],
    properties: { headline: { type: 'string', title: 'Headline', minLength: 1, maxLength: 60 } },
  },
  ...over,
});

/** The files of one package, in a folder of its name. */
export const packageFiles = (id: string, over: JsonObject = {}): Record<string, string | object> => ({
  [`${id}/${id}.ograf.json`]: manifest(id, over),
  [`${id}/graphic.js`]: 'export default class extends HTMLElement {}',
});

/** Cue 1 is plain text, 2 follows an approved fact, 3 has a fact that is still a draft, 4 plays once, 5 has steps. */
export const testShow = (): Show =>
  makeShow({
    facts: [
      makeFact({ id: 'f1', seq: 1 }),
      makeFact({ id: 'f2', seq: 2, approval: 'draft', approvedBy: null, statement: 'Not yet checked.' }),
    ],
    cues: [
      makeCue({ id: 'c1', number: 1 }),
      makeCue({
        id: 'c2',
        number: 2,
        follow: true,
        data: {},
        bindings: { headline: { fact: 'f1', path: 'statement' } },
      }),
      makeCue({ id: 'c3', number: 3, data: {}, bindings: { headline: { fact: 'f2', path: 'statement' } } }),
      makeCue({ id: 'c4', number: 4, graphic: 'sting', layer: 'fullframe' }),
      makeCue({ id: 'c5', number: 5, graphic: 'steps', layer: 'bug', autoOutMs: 5000 }),
    ],
  });

/** What a build leaves in `out/`: pages, graphics, demo shows. */
export async function writeBuild(folder: string): Promise<void> {
  await writeFiles(folder, {
    'pages/renderer/index.html': '<!doctype html><title>desk</title>',
    'pages/overlays/stage/index.html': '<!doctype html><title>stage</title>',
    'pages/overlays/stage/frame.html': '<!doctype html><title>frame</title>',
    'pages/assets/app.js': 'export {};',
    [`demo/${SHOW}.json`]: testShow(),
  });
  await writeFiles(join(folder, 'graphics'), {
    ...packageFiles('strap'),
    ...packageFiles('sting', { stepCount: 0 }),
    ...packageFiles('steps', { stepCount: 3 }),
  });
}

export interface LogLine {
  level: number;
  msg: string;
  [key: string]: unknown;
}

export function captureLog(): { log: pino.Logger; lines: LogLine[] } {
  const lines: LogLine[] = [];
  const log = pino({ base: null }, { write: (text: string) => lines.push(JSON.parse(text) as LogLine) });
  return { log, lines };
}

/** What a test may rely on never happening while things go well: error lines. */
export const errorsIn = (lines: readonly LogLine[]): string[] =>
  lines.filter((line) => line.level >= 50).map((line) => line.msg);

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
  json: JsonObject;
}

export interface Ask {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

/** A plain HTTP client: unlike fetch it sends any Host, any Origin, and a path exactly as it is given. */
export function ask(port: number, path: string, { method = 'GET', headers = {}, body }: Ask = {}) {
  return new Promise<Answer>((done, fail) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const { statusCode: status = 0, headers: got } = response;
        const isJson = got['content-type']?.includes('json') === true && text !== '';
        done({ status, headers: got, body: text, json: isJson ? (JSON.parse(text) as JsonObject) : {} });
      });
    });
    sent.on('error', fail);
    sent.end(body);
  });
}

export interface TestStation {
  station: Station;
  port: number;
  key: string;
  /** The data folder, and the show's folder in it. */
  data: string;
  folder: string;
  build: string;
  lines: LogLine[];
  /** Epoch milliseconds; only the test moves it. */
  clock: { now: number };
  /** With the key. */
  ask(path: string, options?: Ask): Promise<Answer>;
  /** `POST /api/v1/commands`. */
  command(command: { type: string } & JsonObject, user?: string): Promise<Answer>;
  close(): Promise<void>;
}

let starts = 0;

export async function testStation(over: Partial<StationOptions> = {}): Promise<TestStation> {
  const build = over.build ?? join(await tempFolder(), 'out');
  if (!over.build) await writeBuild(build);
  const data = over.data ?? (await tempFolder());
  const { log, lines } = captureLog();
  const clock = { now: T0 };
  const ids = fakeIds();
  // ids of an earlier start of the same show must not come again
  const start = (starts += 1);
  const options: StationOptions = {
    port: 0,
    show: SHOW,
    graphics: [],
    waiveFourEyes: false,
    version: '0.0.0-test',
    log,
    sources: { now: () => clock.now, newId: (prefix) => ids(`${prefix}-s${start}`) },
    ...over,
    build,
    data,
  };
  const station = await startStation(options);
  let closed: Promise<void> | null = null;
  const close = () => (closed ??= station.close());
  onTestFinished(close);
  const { key } = station.addresses;
  const port = Number(new URL(station.addresses.desk).port);
  const askWithKey: TestStation['ask'] = (path, { headers = {}, ...rest } = {}) =>
    ask(port, path, { ...rest, headers: { authorization: `Bearer ${key}`, ...headers } });
  return {
    station,
    port,
    key,
    data,
    folder: join(data, options.show),
    build,
    lines,
    clock,
    close,
    ask: askWithKey,
    command: (command, user = 'olive') =>
      askWithKey('/api/v1/commands', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-tallydesk-user': user },
        body: JSON.stringify(command),
      }),
  };
}
