/**
 * A page of a Chromium that Playwright does not know: for graphics whose process ends, which Playwright takes for the
 * end of the page, with an error that nobody can catch.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { z } from 'zod';

export interface BarePage {
  send(method: string, params?: object): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

const Answer = z.looseObject({ id: z.int(), result: z.record(z.string(), z.unknown()).optional() });

/** @param flags of Chromium besides those that every test needs */
export async function openBarePage(executable: string, url: string, flags: string[]): Promise<BarePage> {
  const profile = await mkdtemp(join(tmpdir(), 'tallydesk-bare-'));
  const child = spawn(executable, [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--window-size=1920,1080',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    ...flags,
  ]);
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const port = await new Promise<string>((found) => {
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const [, number] = /DevTools listening on ws:\/\/[^:]+:(\d+)/.exec(said) ?? [];
      if (number !== undefined) found(number);
    });
  });
  const made = await fetch(`http://127.0.0.1:${port}/json/new?about:blank`, { method: 'PUT' });
  const { webSocketDebuggerUrl } = z
    .looseObject({ webSocketDebuggerUrl: z.string() })
    .parse(await made.json());
  const line = new WebSocket(webSocketDebuggerUrl);
  await new Promise((open) => line.once('open', open));
  const waiting = new Map<number, (result: Record<string, unknown>) => void>();
  line.on('message', (data: Buffer) => {
    const answer = Answer.safeParse(JSON.parse(data.toString()));
    if (answer.success) waiting.get(answer.data.id)?.(answer.data.result ?? {});
  });
  let last = 0;
  const send: BarePage['send'] = (method, params = {}) => {
    last += 1;
    line.send(JSON.stringify({ id: last, method, params }));
    return new Promise((resolve) => waiting.set(last, resolve));
  };
  const metrics = { width: 1920, height: 1080, deviceScaleFactor: 1, mobile: false };
  await send('Emulation.setDeviceMetricsOverride', metrics);
  await send('Page.navigate', { url });
  return {
    send,
    async close() {
      line.close();
      child.kill('SIGTERM');
      await ended;
      await rm(profile, { recursive: true, force: true });
    },
  };
}
