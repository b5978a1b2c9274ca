/** Finding ffmpeg, and giving it pictures: PNG frames go in one after the other, a film with alpha comes out. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { availableParallelism, setPriority } from 'node:os';
import { delimiter, join } from 'node:path';
import type { FilmFormat } from '../../core/render.ts';
import { messageOf } from '../errors.ts';

export const NO_FFMPEG =
  'Films need ffmpeg on the station’s computer. Install it (Debian, Ubuntu: apt install ffmpeg; macOS: brew install ' +
  'ffmpeg; Windows: winget install ffmpeg), or set TALLYDESK_FFMPEG to where it is.';

type Env = Readonly<Record<string, string | undefined>>;

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // not there, or not to be run: looked for elsewhere
    return false;
  }
};

/** `TALLYDESK_FFMPEG`, else the first on the PATH; null where there is none. */
export function findFfmpeg(env: Env = process.env, platform: string = process.platform): string | null {
  const own = env['TALLYDESK_FFMPEG'];
  if (own) return isProgram(own) ? own : null;
  const name = platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg';
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(isProgram) ?? null;
}

/** As a fraction, for the rates that have no end in decimals. */
export const rateText = (rate: number): string => (rate === 59.94 ? '60000/1001' : String(rate));

/** Frames a second, exactly. */
export const exactRate = (rate: number): number => (rate === 59.94 ? 60_000 / 1001 : rate);

/** Browsers draw in full-range RGB: film is BT.709 in video range, and says so in its frames and in its file. */
const COLOURS = [
  '-vf',
  'scale=in_range=pc:out_range=tv:out_color_matrix=bt709:flags=accurate_rnd+full_chroma_int,' +
    'setparams=range=tv:colorspace=bt709:color_primaries=bt709:color_trc=bt709',
  ...['-color_range', 'tv', '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'],
];

const CODECS: Record<FilmFormat, readonly string[]> = {
  mov: [
    ...['-c:v', 'prores_ks', '-profile:v', '4444', '-pix_fmt', 'yuva444p10le', '-alpha_bits', '16'],
    ...['-vendor', 'apl0', '-movflags', '+write_colr', '-f', 'mov'],
  ],
  webm: [
    ...['-c:v', 'libvpx-vp9', '-pix_fmt', 'yuva420p', '-auto-alt-ref', '0', '-b:v', '0', '-crf', '18'],
    ...['-row-mt', '1', '-deadline', 'good', '-cpu-used', '4', '-f', 'webm'],
  ],
};

/** Half of what this machine has: the rest is for what is on air. */
const threads = (): string => String(Math.max(1, Math.floor(availableParallelism() / 2)));

export const ffmpegArgs = (format: FilmFormat, frameRate: number, file: string): string[] => [
  ...['-hide_banner', '-loglevel', 'error', '-nostdin', '-y'],
  ...['-filter_threads', threads(), '-threads', '1'],
  ...['-f', 'image2pipe', '-framerate', rateText(frameRate), '-c:v', 'png', '-i', 'pipe:0'],
  ...[...COLOURS, '-an', ...CODECS[format], '-threads', threads(), file],
];

/** One film in the making. */
export interface Encoder {
  /** Resolves when it can take the next. Rejects with ffmpeg's own words when it has given up. */
  write(png: Buffer): Promise<void>;
  /** No more pictures. Resolves when the file is whole. */
  finish(): Promise<void>;
  /** Ends it; what it has written is of no use. */
  abort(): Promise<void>;
}

/** Unix "nice": what is on air must not wait for a film. */
const BEHIND_OTHERS = 10;

function standBack(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, BEHIND_OTHERS);
  } catch {
    // it has ended already, or this machine does not let us: a film at normal priority is still a film
  }
}

/** Characters of what ffmpeg said that are passed on. */
const SAID = 400;

export function startFfmpeg(path: string, args: readonly string[]): Encoder {
  const child = spawn(path, args, { stdio: ['pipe', 'ignore', 'pipe'] });
  standBack(child.pid);
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-SAID)));
  // it may go while it is written to: how it ended says why
  child.stdin.on('error', (error) => (said ||= messageOf(error)));
  const ended = new Promise<void>((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => {
      if (code === 0) done();
      else fail(new Error(said.trim() || `it ended with ${code === null ? 'a signal' : `code ${code}`}`));
    });
  });
  // whoever writes or finishes is told
  ended.catch(() => undefined);
  const gone = ended.then(() => {
    throw new Error(said.trim() || 'it ended too early');
  });
  gone.catch(() => undefined);
  return {
    async write(png) {
      if (child.stdin.destroyed) return gone;
      if (child.stdin.write(png)) return;
      await Promise.race([once(child.stdin, 'drain'), gone]);
    },
    finish() {
      child.stdin.end();
      return ended;
    },
    async abort() {
      child.kill('SIGKILL');
      // how it ended is of no interest: it was told to
      await ended.catch(() => undefined);
    },
  };
}
