/** What a layer asks of a frame, and how it reads the answers. Pure. */
import { RESOLUTION } from '../../core/requirements.ts';
import type { ActionResult, Item, ItemAction } from '../../core/schema/layer-air.ts';
import { isJson, type Json } from '../../core/json.ts';
import type { FrameRequest } from '../host/frame-protocol.ts';
import type { Outcome } from '../host/graphic-frame.ts';
import { moduleAddress } from '../host/origins.ts';
import type { Held } from './held.ts';

export const loadRequest = ({ graphic, data, layer, frameRate }: Item): FrameRequest => ({
  call: 'load',
  main: moduleAddress(graphic),
  data,
  layer,
  target: { renderType: 'realtime', ...RESOLUTION, frameRate, internet: graphic.network },
});

/** @param late it was asked while this page did not follow: what it does is not to be seen happening */
export const actionRequest = ({ id, payload, skipAnimation }: ItemAction, late: boolean): FrameRequest => ({
  call: 'action',
  action: id,
  payload,
  skipAnimation: skipAnimation || late,
});

/** Characters of JSON: every desk gets it with the air. */
const RESULT_LIMIT = 2_000;

function shortResult(result: unknown): Json {
  if (!isJson(result)) return null;
  return JSON.stringify(result).length > RESULT_LIMIT ? null : result;
}

export const resultOf = (
  { n }: ItemAction,
  { statusCode, statusMessage, result }: Outcome,
): ActionResult => ({
  n,
  statusCode,
  statusMessage,
  result: shortResult(result),
});

/** To be read after what it did not do. @param limit how long it had, in milliseconds */
export const whyFailed = ({ statusCode, statusMessage, timedOut }: Outcome, limit: number): string =>
  timedOut ? ` within ${limit / 1000} seconds` : `: ${statusMessage || `error ${statusCode}`}`;

/**
 * Where a graphic whose steps nobody else knows says that it is; null where it says nothing new. One more than was asked
 * for is no news: that graphic counts from 1, and to go by it would leave out a step each time.
 */
export function saysStep({ item, actual }: Held, { currentStep }: Outcome): number | null {
  if (item.graphic.stepCount !== -1 || typeof currentStep !== 'number') return null;
  if (!Number.isInteger(currentStep) || currentStep < 0) return null;
  return currentStep === actual.step || currentStep === actual.step + 1 ? null : currentStep;
}
