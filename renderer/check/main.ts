/**
 * Runs the live checks of the graphic that the address names. `<html data-check>` says `running: …`, then `done` or
 * `failed`; `#report` holds the report, or why there is none.
 */
import { z } from 'zod';
import { JsonObject } from '../../core/json.ts';
import { Graphic } from '../../core/schema/manifest.ts';
import { checkLive } from '../../overlays/host/live-check/check-live.ts';
import { frameHost } from '../../overlays/host/live-check/frame-host.ts';
import type { Fixture, LiveReport } from '../../overlays/host/live-check/live-host.ts';

const page = document.documentElement;

const Listed = z.object({ graphics: z.array(z.unknown()), problems: z.array(z.string()) });
const Named = z.looseObject({ id: z.string() });

async function graphicNamed(id: string, key: string): Promise<Graphic> {
  const response = await fetch('/api/v1/graphics', { headers: { authorization: `Bearer ${key}` } });
  if (!response.ok) throw new Error(`the station answered ${response.status}`);
  const { graphics } = Listed.parse(await response.json());
  const found = graphics.find((one) => Named.safeParse(one).data?.id === id);
  if (found === undefined) throw new Error(`there is no template “${id}”`);
  return Graphic.parse(found);
}

async function fixturesOf({ id, hash, fixtures }: Graphic): Promise<Fixture[]> {
  const read = fixtures.map(async ({ name, file }) => {
    const path = file.split('/').map(encodeURIComponent).join('/');
    const response = await fetch(`/graphics/${encodeURIComponent(id)}/${hash}/${path}`);
    return { name, data: JsonObject.parse(await response.json()) };
  });
  return Promise.all(read);
}

async function check(): Promise<LiveReport> {
  const params = new URLSearchParams(location.search);
  const frames = document.querySelector<HTMLElement>('#frames');
  if (!frames) throw new Error('the page has no #frames');
  const graphic = await graphicNamed(params.get('graphic') ?? '', params.get('key') ?? '');
  const limit = Number(params.get('limit'));
  return checkLive(frameHost(frames), {
    graphic,
    file: params.get('file') ?? '',
    fixtures: await fixturesOf(graphic),
    ...(limit > 0 ? { limitMs: limit } : {}),
    onStage: (stage) => (page.dataset['check'] = `running: ${stage}`),
  });
}

function say(state: 'done' | 'failed', text: string): void {
  const report = document.querySelector('#report');
  if (report) report.textContent = text;
  page.dataset['check'] = state;
}

page.dataset['check'] = 'running';
check().then(
  (report) => say('done', JSON.stringify(report)),
  (error: unknown) => say('failed', error instanceof Error ? error.message : String(error)),
);
