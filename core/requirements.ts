/** Whether a graphic can be drawn where this station draws: its manifest's `renderRequirements` (OGraf v1). Pure. */
import { isObject, type Json, type JsonObject } from './json.ts';

/** What a stage of this station is. Lengths in px. */
export interface Place {
  width: number;
  height: number;
  /** Frames a second. */
  frameRate: number;
  /** Somebody let the graphic use the network. */
  internet: boolean;
}

export const RESOLUTION = { width: 1920, height: 1080 } as const;

/** Names under which the standard's packages ask for the engine that every stage runs in. */
const OUR_ENGINES = /chrom|blink|cef|electron|v8/i;

/** @returns what is missing, as the end of “it needs …”; null where the need is met. `ideal` never fails. */
function unmetNumber(need: Json | undefined, has: number, what: string, unit: string): string | null {
  const { exact, min, max }: { [key: string]: Json | undefined } = isObject(need) ? need : { exact: need };
  if (typeof exact === 'number' && has !== exact) return `${what} ${exact} ${unit} (here: ${has})`;
  if (typeof min === 'number' && has < min) return `${what} at least ${min} ${unit} (here: ${has})`;
  if (typeof max === 'number' && has > max) return `${what} at most ${max} ${unit} (here: ${has})`;
  return null;
}

function unmetInternet(need: Json | undefined, internet: boolean): string | null {
  const exact = isObject(need) ? need['exact'] : need;
  if (typeof exact !== 'boolean' || exact === internet) return null;
  return exact ? 'the network, which nobody has allowed it' : 'a place without network';
}

function unmetEngine(need: Json | undefined): string | null {
  if (!Array.isArray(need) || need.length === 0) return null;
  const names = need.flatMap((one) => {
    const type = isObject(one) ? one['type'] : one;
    const exact = isObject(type) ? type['exact'] : type;
    return (Array.isArray(exact) ? exact : [exact]).filter((name) => typeof name === 'string');
  });
  if (names.length === 0 || names.some((name) => OUR_ENGINES.test(name))) return null;
  return `the engine ${names.join(' or ')}`;
}

function unmetIn(need: JsonObject, { width, height, frameRate, internet }: Place): string | null {
  const { resolution, accessToPublicInternet, engine } = need;
  const size: JsonObject = isObject(resolution) ? resolution : {};
  return (
    unmetNumber(size['width'], width, 'a width of', 'px') ??
    unmetNumber(size['height'], height, 'a height of', 'px') ??
    unmetNumber(need['frameRate'], frameRate, 'a frame rate of', 'a second') ??
    unmetInternet(accessToPublicInternet, internet) ??
    unmetEngine(engine)
  );
}

/**
 * The manifest lists alternatives: one that is met is enough, and none at all asks for nothing.
 * @returns what is missing, to be read after “it needs”; null where it can be drawn here
 */
export function unmetRequirement(alternatives: readonly JsonObject[], place: Place): string | null {
  const missing = alternatives.map((need) => unmetIn(need, place));
  if (missing.includes(null) || missing.length === 0) return null;
  return [...new Set(missing)].join(', or ');
}
