/** The text that "Copy diagnostics" puts on the clipboard: for a bug report, so it never holds the key. */
import type { DisplayInfo, OutputPlace } from '../../core/outputs/displays.ts';
import type { OutputInfo } from '../../core/protocol.ts';

export interface DiagnosticsInput {
  /** Names and versions, in the order in which they are printed. */
  versions: readonly (readonly [string, string])[];
  show: string;
  onAir: string | null;
  storageProblem: string | null;
  displays: readonly DisplayInfo[];
  /** How the show's outputs stand; empty where nobody places them. */
  places: readonly OutputPlace[];
  outputs: readonly OutputInfo[];
  /** Chromium's words for what the GPU does. */
  gpu: Readonly<Record<string, string>>;
  /** The last of them. */
  logLines: readonly string[];
  /** Texts that must not leave this machine. */
  secrets: readonly string[];
}

export const LOG_LINES = 100;

/** Without any of the secrets, and without a key that nobody told us of: an address may carry one. */
export function redact(text: string, secrets: readonly string[]): string {
  const known = secrets.filter((secret) => secret !== '');
  const rest = known.reduce((left, secret) => left.replaceAll(secret, '[key]'), text);
  return rest.replace(/([?&]key=)[^&\s"'\\]+/g, '$1[key]').replace(/(Bearer )[\w-]+/g, '$1[key]');
}

const display = ({ id, label, bounds, size, scale, rate }: DisplayInfo): string =>
  `${id} "${label}" ${size.width}x${size.height} at ${bounds.x},${bounds.y}, ${scale * 100} %, ${rate} Hz`;

const place = ({ output, state, parkedFor, displays, warnings, recoveries }: OutputPlace): string =>
  [
    `${output}: ${state}${parkedFor === null ? '' : ` (${parkedFor})`}`,
    `on ${displays.join('+') || 'none'}`,
    `recovered ${recoveries} times`,
    ...(warnings.length > 0 ? [`warns of ${warnings.join(', ')}`] : []),
  ].join(', ');

/** An output of the show by its id, any other page by the name in its address. */
const page = ({ channel, kind, output, name, fps, frames, dropped, revision, behind }: OutputInfo): string =>
  `${channel} ${kind} "${output ?? name}": ${fps === null ? 'no beat yet' : `${fps} frames/s`}, ${dropped} of ${frames} late, revision ${revision}${behind ? ' BEHIND' : ''}`;

const section = (title: string, lines: readonly string[]): string =>
  `${title}\n${(lines.length > 0 ? lines : ['none']).map((line) => `  ${line}`).join('\n')}\n`;

export function diagnosticsText(input: DiagnosticsInput): string {
  const text = [
    section(
      'Versions',
      input.versions.map(([name, version]) => `${name} ${version}`),
    ),
    section('Show', [input.show, input.onAir ?? 'Nothing is on air.']),
    section('Storage', [input.storageProblem ?? 'no problem']),
    section('Displays', input.displays.map(display)),
    section('Outputs', input.places.map(place)),
    section('Pages that draw', input.outputs.map(page)),
    section(
      'GPU',
      Object.entries(input.gpu).map(([feature, status]) => `${feature}: ${status}`),
    ),
    section('Log', input.logLines.slice(-LOG_LINES)),
  ].join('\n');
  return redact(text, input.secrets);
}
