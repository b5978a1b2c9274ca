/** Why something cannot be drawn, as a value: a code for programs and a sentence for people. */
import type { Problem } from '../../core/refusal.ts';

const CODES = {
  graphic_unknown: 404,
  version_unknown: 404,
  cue_unknown: 404,
  not_found: 404,
  bad_request: 400,
  data_invalid: 422,
  step_unknown: 422,
  /** The graphic's own refusal, or its fault. */
  graphic_refused: 422,
  no_answer: 422,
  not_for_air: 409,
  no_browser: 409,
  no_ffmpeg: 409,
  not_done: 409,
  too_many: 409,
  ffmpeg_failed: 422,
} as const;

export type RenderCode = keyof typeof CODES;

export interface RenderRefused {
  ok: false;
  code: RenderCode;
  detail: string;
  problems?: Problem[];
}

export const statusOfRefused = ({ code }: RenderRefused): (typeof CODES)[RenderCode] => CODES[code];

export const renderRefused = (code: RenderCode, detail: string, problems?: Problem[]): RenderRefused => ({
  ok: false,
  code,
  detail,
  ...(problems ? { problems } : {}),
});

export const NO_BROWSER = renderRefused(
  'no_browser',
  'Pictures need Chromium, Chrome or Edge on the station’s computer: install one, or set CHROME_PATH.',
);
