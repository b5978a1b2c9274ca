/**
 * When the page says that it is ready: a window that replaces another is not shown before all of the picture is in it,
 * and a slow graphic must not keep it hidden.
 */
import { LAYERS, type LayerId } from '../../core/layers.ts';
import type { LayerState } from '../../core/schema/layer-air.ts';
import type { StageView } from '../../core/stage/view.ts';

/** After this long it is ready whatever is still missing. Milliseconds. */
export const READY_LIMIT_MS = 1_500;

/** The same where a whole picture is seen meanwhile: it is not given up for half of one. */
export const PATIENT_LIMIT_MS = 8_000;

/** What has been drawn is on the screen a frame or two later. In a window that is hidden, no frame may ever come. */
const PAINTED_MS = 100;

/**
 * The layers that still lack what viewers see elsewhere: what the station calls coming or on, and this page has
 * neither drawn nor failed to draw. Pure.
 */
export const missingLayers = (
  { layers }: Pick<StageView, 'layers'>,
  stateOf: (layer: LayerId) => LayerState,
): LayerId[] =>
  LAYERS.filter((id) => {
    const phase = layers[id].current?.phase;
    return (phase === 'coming' || phase === 'on') && stateOf(id) === 'coming';
  });

function afterPaint(then: () => void): void {
  let done = false;
  const once = (): void => {
    if (!done) then();
    done = true;
  };
  setTimeout(once, PAINTED_MS);
  requestAnimationFrame(() => requestAnimationFrame(once));
}

/** Says it once for each connection. */
export class Readiness {
  readonly #say: () => void;
  readonly #limitMs: number;
  readonly #painted: (then: () => void) => void;
  #state: 'unknown' | 'waiting' | 'said' = 'unknown';
  #limit: ReturnType<typeof setTimeout> | undefined;
  /** Counts connections: a frame that was waited for in an earlier one says nothing in this. */
  #connection = 0;

  constructor(say: () => void, limitMs = READY_LIMIT_MS, painted = afterPaint) {
    this.#say = say;
    this.#limitMs = limitMs;
    this.#painted = painted;
  }

  /** A connection begins: what it will show is not known yet. */
  greet(): void {
    clearTimeout(this.#limit);
    this.#connection += 1;
    this.#state = 'unknown';
  }

  /** The first snapshot of this connection is carried out, as far as that can be done at once. */
  begin(): void {
    if (this.#state !== 'unknown') return;
    this.#state = 'waiting';
    this.#limit = setTimeout(() => this.#finish(), this.#limitMs);
  }

  /** @param missing whether anything that should be seen is not drawn yet */
  look(missing: boolean): void {
    if (this.#state !== 'waiting' || missing) return;
    const connection = this.#connection;
    this.#painted(() => {
      if (connection === this.#connection) this.#finish();
    });
  }

  #finish(): void {
    if (this.#state !== 'waiting') return;
    clearTimeout(this.#limit);
    this.#state = 'said';
    this.#say();
  }
}
