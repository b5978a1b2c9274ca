/** The REST control surface, `/api/v1`: the same commands as the desk, and read-only views of the state. */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { CHANNELS, LAYERS, type ChannelId } from '../../core/layers.ts';
import type { ElectionRecord } from '../../core/election/record.ts';
import type { ShellInfo } from '../../core/outputs/displays.ts';
import type { OutputInfo, Seat } from '../../core/protocol.ts';
import { layerState } from '../../core/playout.ts';
import { cuesInOrder, cueText, factsInOrder } from '../../core/rundown.ts';
import type { State } from '../../core/state.ts';
import { allRows } from '../../core/table.ts';
import type { AsRunLog } from '../store/as-run-log.ts';
import type { ShowsControl } from '../shows/control.ts';
import type { Versions } from '../shows/versions.ts';
import type { Store } from '../store/store.ts';
import type { FactLog } from '../store/fact-log.ts';
import { factsCsv, factsJson } from '../imports/export.ts';
import type { Keys } from './guard.ts';
import { openApi } from './openapi.ts';
import { asRunRoutes } from './rest-as-run.ts';
import { factsApi } from './rest-facts.ts';
import { graphicsCheckRoutes } from './rest-graphics-check.ts';
import { graphicRoutes, type GraphicsView } from './rest-graphics.ts';
import { desksRoutes } from './rest-desks.ts';
import { historyRoutes } from './rest-history.ts';
import { feedRoutes, type FeedsView } from './rest-feeds.ts';
import { rehearsalRoutes, type RestRehearsalDeps } from './rest-rehearsal.ts';
import { importRoutes, type ImportsView } from './rest-imports.ts';
import { renderRoutes, type RendersView } from './rest-render.ts';
import { rundownRoutes } from './rest-rundown.ts';
import type { RundownTemplates } from '../rundown-templates/templates.ts';
import { mediaRoutes } from './rest-media.ts';
import { showRoutes } from './rest-shows.ts';
import { versionRoutes } from './rest-versions.ts';
import { statusOf } from './status.ts';

export interface RestDeps {
  store: Store;
  asRun: AsRunLog;
  factLog: FactLog;
  /** The picture of a showing, as a file; null where there is none. */
  pictureOf: (instance: string) => string | null;
  /** Epoch milliseconds. */
  now: () => number;
  /** Resolves when everything up to now is on disk; to false when the disk refuses. */
  saved: () => Promise<boolean>;
  outputs: () => OutputInfo[];
  /** The desktop app's displays and windows; null without one. */
  shell: () => ShellInfo | null;
  storageProblem: () => string | null;
  library: GraphicsView;
  version: string;
  feeds: FeedsView;
  imports: ImportsView;
  renders: RendersView;
  elections: () => Promise<ElectionRecord[]>;
  rundownTemplates: RundownTemplates;
  /** Where the show's media are. */
  media: string;
  /** The folder of shows, and of this one in it. */
  data: string;
  folder: string;
  build: string;
  versions: Versions;
  /** Whoever can open another show in this one's place. */
  shows: ShowsControl | null;
  keys: Keys;
  /** Names and addresses under which pages find the station, with the port. */
  hosts: readonly string[];
  seats: () => Seat[];
  nights: RestRehearsalDeps['nights'];
  rehearsals: RestRehearsalDeps['rehearsals'];
}

const MAX_BODY = 1024 * 1024;

const malformed = (detail: string) => ({ ok: false as const, code: 'bad_command' as const, detail });

function showView({ show }: State, store: Store) {
  return {
    revision: store.revision,
    id: show.id,
    title: show.title,
    election: show.election,
    timeZone: show.timeZone,
    settings: show.settings,
    outputs: show.outputs,
    parties: show.parties.order.flatMap((id) => show.parties.byId[id] ?? []),
    facts: factsInOrder(show),
    feeds: show.feeds,
    proposals: allRows(show.proposals),
    baseline: show.baseline,
    theme: show.theme,
    media: show.media,
    cues: cuesInOrder(show).map((cue) => ({ ...cue, text: cueText(show, cue, store.graphics) })),
  };
}

function airView({ air }: State, revision: number) {
  const layersOf = ({ layers }: State['air']['channels'][ChannelId]) =>
    Object.fromEntries(LAYERS.map((id) => [id, { state: layerState(layers[id]), ...layers[id] }]));
  const channels = Object.fromEntries(CHANNELS.map((id) => [id, { layers: layersOf(air.channels[id]) }]));
  const { mode, outputs, cued, lastTake, interrupted, right } = air;
  return { revision, mode, outputs, cued, lastTake, right, interrupted, channels };
}

export function restApi(deps: RestDeps): Hono {
  const { store } = deps;
  const api = new Hono();

  api.post(
    '/commands',
    bodyLimit({ maxSize: MAX_BODY, onError: (c) => c.json(malformed('A command is 1 MB at most.'), 400) }),
    async (c) => {
      let command: unknown;
      try {
        command = JSON.parse(await c.req.text());
      } catch (error) {
        return c.json(
          malformed(`The body is not JSON: ${error instanceof Error ? error.message : 'unreadable'}.`),
          400,
        );
      }
      const by = c.req.header('x-tallydesk-user')?.slice(0, 80) || 'api';
      const result = store.dispatch(command, { by });
      if (!result.ok) return c.json(result, statusOf(result));
      const saved = await deps.saved();
      return c.json({ ok: true, revision: result.revision, ...result.answer, ...(saved ? {} : { saved }) });
    },
  );
  api.get('/show', (c) => c.json(showView(store.state, store)));
  api.get('/air', (c) => c.json(airView(store.state, store.revision)));
  asRunRoutes(api, deps);
  api.route('/facts', factsApi(deps));
  graphicRoutes(api, deps);
  api.get('/health', (c) =>
    c.json({
      ok: deps.storageProblem() === null,
      version: deps.version,
      show: store.state.show.id,
      revision: store.revision,
      storage: deps.storageProblem() ?? 'ok',
      outputs: deps.outputs(),
      shell: deps.shell(),
      memoryMB: Math.round(process.memoryUsage().rss / 1e6),
      uptimeSeconds: Math.round(process.uptime()),
    }),
  );
  graphicsCheckRoutes(api, (id) => {
    const graphic = store.graphics.get(id);
    return graphic ? deps.library.folderOf(id, graphic.hash) : null;
  });
  historyRoutes(api, deps);
  desksRoutes(api, deps);
  feedRoutes(api, deps);
  mediaRoutes(api, deps);
  showRoutes(api, deps);
  versionRoutes(api, deps);
  importRoutes(api, { store, imports: deps.imports, csvOf: factsCsv, jsonOf: factsJson });
  renderRoutes(api, deps.renders);
  rehearsalRoutes(api, deps);
  rundownRoutes(api, deps);
  api.get('/openapi.json', (c) => c.json(openApi(deps.version)));
  api.all('*', (c) =>
    c.json({ ok: false, code: 'not_found', detail: `There is no ${c.req.method} ${c.req.path}.` }, 404),
  );
  return api;
}
