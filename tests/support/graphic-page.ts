// A plain OGraf host for tests: a tiny static server and an empty page. It knows nothing of Tallydesk's
// stage, which proves that our graphics run in any renderer.
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import type { Page } from '@playwright/test';

/** Where the build puts the packages. */
export const PACKAGES = path.resolve(import.meta.dirname, '../../out/graphics');

const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};
const PAGE = `<!doctype html>
<html style="color-scheme: light !important; background: transparent">
  <meta charset="utf-8" />
  <link rel="icon" href="data:," />
  <style>html, body { margin: 0; width: 100%; height: 100%; overflow: hidden }</style>
</html>`;

export interface Result {
  statusCode: number;
  statusMessage?: string;
  currentStep?: number;
  result?: { v_fit: { field: string; lines: number; width: number; size: number; tight: boolean }[] };
}

type Call =
  | 'load'
  | 'playAction'
  | 'stopAction'
  | 'updateAction'
  | 'customAction'
  | 'goToTime'
  | 'setActionsSchedule'
  | 'dispose';
type GraphicElement = HTMLElement & Record<Call, (params: unknown) => Promise<Result>>;

/** Serves the built packages and the host page on a free loopback port. */
export async function servePackages(): Promise<{ url: string; close: () => Promise<void> }> {
  const server: Server = createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
    if (name === '/') {
      response.setHeader('content-type', 'text/html');
      response.end(PAGE);
      return;
    }
    const file = path.join(PACKAGES, path.normalize(name));
    try {
      if (!file.startsWith(PACKAGES)) throw new Error('outside the packages');
      const body = readFileSync(file);
      response.setHeader('content-type', TYPES[path.extname(file)] ?? 'application/octet-stream');
      response.end(body);
    } catch {
      response.statusCode = 404; // the only answer a missing or foreign file gets
      response.end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Ids of the built packages. */
export function packageIds(): string[] {
  return readdirSync(PACKAGES).sort();
}

/** Names of the fixtures of a package. */
export function fixtureNames(id: string): string[] {
  return readdirSync(path.join(PACKAGES, id, 'fixtures'))
    .map((file) => file.replace(/\.json$/, ''))
    .sort();
}

/** A JSON file of a package. */
export function readJson(id: string, file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path.join(PACKAGES, id, file), 'utf8')) as Record<string, unknown>;
}

/** One graphic on an otherwise empty page. */
export class GraphicPage {
  readonly page: Page;
  readonly errors: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on('pageerror', (error) => this.errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
  }

  /** Opens a fresh host page and appends the graphic, without loading data. */
  async open(url: string, id: string, width = 1920): Promise<void> {
    await this.page.setViewportSize({ width, height: (width * 9) / 16 });
    await this.page.goto(url);
    await this.page.evaluate(async (graphic) => {
      const module = (await import(`/${graphic}/graphic.js`)) as { default: CustomElementConstructor };
      customElements.define('graphic-under-test', module.default);
      document.body.append(document.createElement('graphic-under-test'));
    }, id);
  }

  /** Calls one OGraf method and waits for its answer. */
  async call(method: Call, params: Record<string, unknown> = {}): Promise<Result> {
    return this.page.evaluate(
      ([name, argument]) => {
        const element = document.querySelector<GraphicElement>('graphic-under-test');
        if (!element) throw new Error('no graphic on the page');
        return element[name](argument);
      },
      [method, params] as const,
    );
  }

  /** The picture with its transparency. */
  async shot(): Promise<Buffer> {
    return this.page.screenshot({ omitBackground: true });
  }
}
