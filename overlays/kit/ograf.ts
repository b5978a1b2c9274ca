// The part of the OGraf v1 graphics API that our graphics speak, as types.
import type { Fit } from './fit-text.ts';

/** Answer to every call; 2xx is success. */
export interface ActionResult {
  statusCode: number;
  statusMessage?: string;
  /** `v_fit`: how each text that was fitted is set. */
  result?: { v_fit: Fit[] };
}

export interface PlayResult extends ActionResult {
  /** The step now shown, from 0; undefined when nothing is. */
  currentStep: number | undefined;
}

export interface LoadParams {
  data?: unknown;
  renderType?: string;
  renderCharacteristics?: unknown;
}

export interface PlayParams {
  goto?: number;
  delta?: number;
  skipAnimation?: boolean;
}

export interface StopParams {
  skipAnimation?: boolean;
}

export interface UpdateParams {
  data?: unknown;
  skipAnimation?: boolean;
}

export interface CustomParams {
  id?: string;
  payload?: unknown;
}

export interface TimeParams {
  /** Milliseconds from the start. */
  timestamp?: unknown;
}

export interface ScheduleParams {
  schedule?: unknown;
}
