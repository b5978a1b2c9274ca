/** The one headless Chromium that draws the app's windows, on virtual displays of exact sizes. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { findBrowser } from '../../../scripts/find-browser.mjs';
import { Cdp } from './cdp.ts';
import { describe, type VirtualDisplay } from './displays.ts';

export interface Browser {
  cdp: Cdp;
  /** What the GPU is used for, in Chromium's words. */
  gpu: Record<string, string>;
  close(): Promise<void>;
}

const FLAGS = [
  '--headless',
  '--disable-gpu',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-startup-window',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-breakpad',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  '--password-store=basic',
  '--autoplay-policy=no-user-gesture-required',
];

/** @param devtools whether somebody (Playwright) wants a DevTools address on stderr, as Electron prints it */
export async function startChromium(
  userData: string,
  displays: readonly VirtualDisplay[],
  switches: readonly string[],
  devtools: boolean,
): Promise<Browser> {
  const path = findBrowser();
  if (!path) throw new Error('the Electron stand-in needs Chromium, Chrome or Edge');
  const child = spawn(
    path,
    [
      ...FLAGS,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...switches,
      // the pipe ends the browser when this process goes, however it goes
      '--remote-debugging-pipe',
      ...(devtools ? ['--remote-debugging-port=0'] : []),
      `--user-data-dir=${join(userData, 'chromium')}`,
      `--screen-info=${displays.map(describe).join('')}`,
    ],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] },
  );
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  const [, , complaints, out, back] = child.stdio as unknown as [null, null, Readable, Writable, Readable];
  const cdp = new Cdp(out, back);
  const address = new Promise<string>((found, fail) => {
    let last = '';
    createInterface({ input: complaints }).on('line', (line) => {
      if (line.startsWith('DevTools listening on ')) found(line);
      else last = line;
    });
    void gone.then(() => fail(new Error(`Chromium did not start: ${last}`)));
  });
  // nobody waits for the address where nobody debugs
  address.catch(() => undefined);
  await cdp.browser.send('Browser.getVersion');
  if (devtools) process.stderr.write(`\n${await address}\n`);
  process.on('exit', () => child.kill('SIGKILL'));
  const { gpu } = await cdp.browser.send('SystemInfo.getInfo');
  return {
    cdp,
    gpu: (gpu.featureStatus ?? {}) as Record<string, string>,
    async close() {
      const late = setTimeout(() => child.kill('SIGKILL'), 3000);
      await cdp.browser.send('Browser.close').catch(() => undefined);
      await gone;
      clearTimeout(late);
    },
  };
}
