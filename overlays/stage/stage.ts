/** Wires the page: its address, the line to the station, and a host for each layer. */
import { LAYERS, type LayerId } from '../../core/layers.ts';
import { PROTOCOL, type FromStation, type ToStation } from '../../core/protocol.ts';
import type { LayerState } from '../../core/schema/layer-air.ts';
import { startBeat, type Count } from './beat.ts';
import { Calm } from './calm.ts';
import { Connection } from './connection.ts';
import { frameAddress, openFrame } from '../host/frame-handle.ts';
import { LayerHost, type LayerDeps, type Snapshot } from './layer-host.ts';
import { hostName, newStageId } from '../host/origins.ts';
import { readParams, type StageParams } from './params.ts';
import { PictureView } from './picture.ts';
import { startPulse } from './pulse.ts';
import { missingLayers, PATIENT_LIMIT_MS, Readiness, READY_LIMIT_MS } from './ready.ts';
import { keepFitted } from './scale.ts';
import { follow, isThawed, touchedLayers, type Mirror } from './view-mirror.ts';

/** After this long without a usable snapshot the station is asked again. Milliseconds. */
const RESYNC_WAIT_MS = 1000;

function elementById(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the stage page has no #${id}`);
  return element;
}

/** Attributes only: nothing that is wrong may ever be read on the page itself. */
function setProblem(page: HTMLElement, problem: string | null): void {
  if (problem === null) {
    delete page.dataset['problem'];
    return;
  }
  if (page.dataset['problem'] !== problem) console.warn(problem);
  page.dataset['problem'] = problem;
}

/** Draws the channel that the page's address names, for as long as the page lives. */
export function startStage(page: HTMLElement): void {
  const fit = keepFitted(elementById('root'));
  const params = readParams(new URL(location.href));
  if ('problem' in params) {
    setProblem(page, params.problem);
    return;
  }
  page.dataset['channel'] = params.channel;
  if (params.output !== null) page.dataset['output'] = params.output;
  document.title = `Tallydesk ${params.channel}`;
  new Stage(page, params, fit).start();
}

class Stage {
  readonly #page: HTMLElement;
  readonly #params: StageParams;
  readonly #connection: Connection;
  readonly #hosts: Map<LayerId, LayerHost>;
  readonly #id = newStageId(crypto.getRandomValues(new Uint8Array(6)));
  readonly #calm = new Calm();
  readonly #picture: PictureView;
  readonly #readiness: Readiness;
  /** Of each layer, as it says itself. */
  readonly #states = new Map<LayerId, LayerState>();
  /** What the station's clock is ahead of this page's. Milliseconds. */
  #ahead = 0;
  #mirror: Mirror | null = null;
  /** False from the moment of a (re)connection until its snapshot. */
  #synced = false;
  /** Has every frame counted while something moves. */
  #watch: () => void = () => undefined;
  #resyncing: ReturnType<typeof setTimeout> | undefined;

  constructor(page: HTMLElement, params: StageParams, fit: (pictures: number) => void) {
    this.#page = page;
    this.#params = params;
    this.#picture = new PictureView(
      {
        page,
        root: elementById('root'),
        keyed: elementById('keyed'),
        fit,
        stationNow: () => Date.now() + this.#ahead,
        onCard: () => this.#drawn(),
      },
      params,
    );
    this.#readiness = new Readiness(
      () => {
        // for whoever photographs this page
        page.dataset['ready'] = '1';
        this.#connection.send({ type: 'ready' });
      },
      params.patient ? PATIENT_LIMIT_MS : READY_LIMIT_MS,
    );
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    const url = `${scheme}://${location.host}/ws?key=${encodeURIComponent(params.key)}`;
    this.#connection = new Connection(url, {
      hello: () => this.#hello(),
      onMessage: (message) => this.#receive(message),
      onState: (state) => (page.dataset['connection'] = state),
      onProblem: (problem) => setProblem(page, problem),
    });
    const layers = elementById('layers');
    this.#hosts = new Map(LAYERS.map((layer) => [layer, new LayerHost(this.#depsOf(layer, layers))]));
  }

  start(): void {
    this.#connection.open();
    const beat = ({ frames, late }: Count): void => {
      if (!this.#mirror) return;
      this.#connection.send({ type: 'beat', revision: this.#mirror.revision, frames, late });
    };
    const isMoving = () => [...this.#hosts.values()].some((host) => host.isMoving());
    this.#watch = startBeat(beat, () => this.#picture.isMoving || isMoving());
  }

  #hello(): ToStation {
    this.#synced = false;
    this.#readiness.greet();
    const { channel, kind, name, isolation, output, window } = this.#params;
    const showing = [...this.#hosts.values()].flatMap((host) => host.showing());
    const identity = { channel, kind, name, isolation, output, window };
    return { type: 'hello', protocol: PROTOCOL, role: 'stage', ...identity, showing };
  }

  #depsOf(layer: LayerId, parent: HTMLElement): LayerDeps {
    const element = document.createElement('div');
    element.className = 'layer';
    element.dataset['layer'] = layer;
    element.dataset['state'] = 'off';
    parent.append(element);
    return {
      openFrame: (lane, listener, graphic) => {
        const host = this.#params.isolation === 'full' ? hostName(this.#id, layer, lane) : null;
        return openFrame(element, frameAddress(location, host, graphic), listener);
      },
      pause: (ms) => new Promise((done) => setTimeout(done, ms)),
      pulse: startPulse,
      calm: this.#calm,
      report: (report) => this.#connection.send({ type: 'report', report }),
      show: (state, cue) => {
        element.dataset['state'] = state;
        if (cue === null) delete element.dataset['cue'];
        else element.dataset['cue'] = cue;
        this.#states.set(layer, state);
        this.#drawn();
      },
    };
  }

  #receive(message: FromStation): void {
    if (message.type !== 'snapshot' && message.type !== 'patch') return;
    // what the station says of its own before it has greeted this page does not build on what the page knows
    if (message.type === 'patch' && !this.#synced) return;
    const next = follow(this.#mirror, message);
    if ('gap' in next) {
      this.#resync(next.gap);
      return;
    }
    const before = this.#mirror;
    this.#mirror = next;
    if (message.type === 'snapshot') this.#takeSnapshot(next, message.now, isThawed(before, next));
    else for (const layer of touchedLayers(before, next)) this.#update(layer, next, null);
    this.#watch();
    this.#page.dataset['mode'] = next.view.mode;
    this.#page.dataset['revision'] = String(next.revision);
  }

  #takeSnapshot(next: Mirror, now: number, thawed: boolean): void {
    this.#isSynced();
    this.#ahead = now - Date.now();
    // all of it in one frame: a take that ends the test card shows its graphic, not what was under the card
    this.#picture.set(next.view.output);
    for (const layer of LAYERS) this.#update(layer, next, { now, late: thawed });
    this.#readiness.begin();
    this.#drawn();
  }

  /** Something may have been drawn. */
  #drawn(): void {
    this.#watch();
    if (!this.#mirror) return;
    const missing = missingLayers(this.#mirror.view, (layer) => this.#states.get(layer) ?? 'off');
    this.#readiness.look(missing.length > 0 || !this.#picture.isDrawn);
  }

  /** A bug in one layer must not keep the others from the air. */
  #update(layer: LayerId, { view }: Mirror, snapshot: Snapshot | null): void {
    try {
      this.#hosts.get(layer)?.set(view.layers[layer], snapshot);
    } catch (error) {
      console.error(`layer ${layer}:`, error);
    }
  }

  /** What is on screen stays. Patches that come before the snapshot are gaps too, and ask for nothing more. */
  #resync(reason: string): void {
    if (this.#resyncing !== undefined) return;
    console.warn(`resync: ${reason}`);
    this.#connection.send({ type: 'resync' });
    this.#resyncing = setTimeout(() => {
      this.#resyncing = undefined;
      this.#resync('no usable snapshot came');
    }, RESYNC_WAIT_MS);
  }

  #isSynced(): void {
    this.#synced = true;
    clearTimeout(this.#resyncing);
    this.#resyncing = undefined;
  }
}
