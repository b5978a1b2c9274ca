/** What may be asked of rendering out, and what is told of it: the contract of `/api/v1/graphics/:id/render`. */
import { z } from 'zod';
import { JsonObject } from './json.ts';
import { ScheduledAction } from './protocol.ts';
import { Theme } from './schema/theme.ts';

/** 59.94 is 60000/1001. */
export const FRAME_RATES = [25, 30, 50, 59.94, 60] as const;

export const FILM_FORMATS = ['mov', 'webm'] as const;
export type FilmFormat = (typeof FILM_FORMATS)[number];

/** Milliseconds: a film may be no longer. */
export const LONGEST_FILM_MS = 120_000;

const width = z.int().min(320).max(7680);

export const RenderRequest = z.strictObject({
  /** One of the versions installed; the one in use where left out. */
  hash: z.string().exactOptional(),
  /** Of the graphic's data model; what is missing gets its default. */
  data: JsonObject.default({}),
  /** From 0. */
  step: z.int().min(0).default(0),
  /** A picture with alpha; ProRes 4444 with alpha; VP9 with alpha. */
  format: z.enum(['png', ...FILM_FORMATS]).default('png'),
  /** Pixels. The picture is laid out at 1920x1080 and drawn with more or fewer pixels; always 16:9. */
  width: width.default(1920),
  height: z.int().exactOptional(),
  /** The show's where left out; for graphics that take one. */
  theme: Theme.exactOptional(),
  /** Films only, from here on. */
  frameRate: z.literal(FRAME_RATES).default(50),
  /** Between the end of the entrance and the exit. */
  holdMs: z.number().min(0).max(LONGEST_FILM_MS).default(3000),
  /** What happens when, in place of an entrance, a hold and an exit. */
  schedule: z.array(ScheduledAction).max(200).exactOptional(),
  /** Of the whole film; what the schedule and the declared durations need, where left out. */
  durationMs: z.number().min(0).max(LONGEST_FILM_MS).exactOptional(),
});
export type RenderRequest = z.infer<typeof RenderRequest>;

/** A still of a cue as it would go to air now. */
export const CueStill = z.strictObject({
  step: z.int().min(0).default(0),
  width: width.default(1920),
  height: z.int().exactOptional(),
});
export type CueStill = z.infer<typeof CueStill>;

/** Why a request of this size cannot be drawn, or null. */
export const sizeProblem = ({
  width: wide,
  height,
}: Pick<RenderRequest, 'width' | 'height'>): string | null =>
  height === undefined || height === Math.round((wide * 9) / 16)
    ? null
    : `A picture is 16:9: ${wide} px wide is ${Math.round((wide * 9) / 16)} px high.`;

/** A film that is being made, or was. */
export const RenderJob = z.object({
  job: z.string(),
  graphic: z.string(),
  format: z.enum(FILM_FORMATS),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  /** Frames. */
  done: z.int(),
  total: z.int(),
  /** Why it failed, as a sentence; '' otherwise. */
  detail: z.string(),
});
export type RenderJob = z.infer<typeof RenderJob>;
