/** Collects what a bug report needs and puts it on the clipboard. */
import { open } from 'node:fs/promises';
import { release } from 'node:os';
import { join } from 'node:path';
import { app, clipboard } from 'electron';
import type { OutputPlace } from '../../core/outputs/displays.ts';
import type { VerbAnswer } from '../../core/desk-verbs.ts';
import { LOG_FILE } from '../world.ts';
import { version } from '../version.ts';
import { readDisplays } from './displays.ts';
import { diagnosticsText, LOG_LINES } from './diagnostics.ts';
import type { Shows } from '../shows/shows.ts';
import { done } from '../verb-answer.ts';

export const versions = (): [string, string][] => [
  ['Tallydesk', version],
  ['Electron', process.versions['electron'] ?? 'none'],
  ['Chromium', process.versions['chrome'] ?? 'none'],
  ['Node', process.versions.node],
  ['System', `${process.platform} ${release()} ${process.arch}`],
];

/** More than the lines that are wanted, less than a long night's log. Bytes. */
const TAIL = 256 * 1024;

async function lastLines(path: string): Promise<string[]> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const length = Math.min(size, TAIL);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, size - length);
    return buffer.subarray(0, bytesRead).toString('utf8').split('\n').filter(Boolean).slice(-LOG_LINES);
  } finally {
    await file.close();
  }
}

/** @param places how the outputs stand */
export async function copyDiagnostics(shows: Shows, places: readonly OutputPlace[]): Promise<VerbAnswer> {
  const { station, place } = shows;
  const text = diagnosticsText({
    versions: versions(),
    show: `${place.show} in ${place.data}`,
    onAir: shows.onAir,
    storageProblem: station.storageProblem(),
    displays: readDisplays(),
    places,
    outputs: station.outputs(),
    gpu: { ...app.getGPUFeatureStatus() },
    logLines: await lastLines(join(app.getPath('logs'), LOG_FILE)),
    secrets: [station.addresses.key],
  });
  await clipboard.writeText(text);
  return done('Diagnostics are on the clipboard.');
}
