/** A whole night's count, recorded or simulated, played into a rehearsal at a speed of one's own. */
import { z } from 'zod';

export const NightStatus = z.object({
  /** Which of the nights that are offered. */
  id: z.string(),
  title: z.string(),
  kind: z.enum(['recorded', 'simulated']),
  state: z.enum(['playing', 'paused', 'ended']),
  /** Times as fast as it was: 1 to 60. */
  speed: z.number().min(1).max(60),
  /** Where in the night it is, and how long that is. Milliseconds of the night. */
  at: z.number().min(0),
  length: z.number().min(0),
  /** Percent of the expected votes at this point; null where the source says none. */
  counted: z.number().min(0).max(100).nullable(),
  /** Which time it is played in this rehearsal, from 1. */
  round: z.int().min(1),
  /** What went wrong last, as a sentence; null while all is well. */
  problem: z.string().nullable(),
  /** When the night began by its own clock, epoch ms: its clock shows this and `at`. */
  startsAt: z.number().nullable().default(null),
  /** Of a simulated night: the same seed is the same night. Null for a recorded one. */
  seed: z.int().nullable().default(null),
  /** The feed of the fork that it plays into. */
  feed: z.string().default(''),
});
export type NightStatus = z.infer<typeof NightStatus>;

export const NightSpeed = NightStatus.shape.speed;
/** The speeds that a desk offers. */
export const NIGHT_SPEEDS = [1, 2, 5, 10, 20, 60] as const;
/** Any whole number; the same one makes the same night. */
export const NightSeed = z.int().min(0).max(999_999);

/** A night that can be played. */
export const NightOffer = z.object({
  id: z.string(),
  title: z.string(),
  kind: NightStatus.shape.kind,
  /** Milliseconds of the night. */
  length: z.number(),
  startsAt: z.number().nullable(),
});
export type NightOffer = z.infer<typeof NightOffer>;

/** `POST /rehearsal/night` */
export const NightStart = z.strictObject({
  id: z.string().min(1).max(200),
  speed: NightSpeed.default(1),
  /** For simulated nights alone; 1 where none is given. */
  seed: NightSeed.default(1),
});
export type NightStart = z.infer<typeof NightStart>;

/** `PATCH /rehearsal/night`: what is given changes. One place at the most: `at`, `clock` or `counted`. */
export const NightChange = z
  .strictObject({
    speed: NightSpeed.exactOptional(),
    paused: z.boolean().exactOptional(),
    /** Milliseconds of the night; beyond its end is its end. */
    at: z.number().min(0).exactOptional(),
    /** Time of day in the show's zone, by the night's own clock. */
    clock: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, 'a time is like 21:05 or 21:05:30')
      .exactOptional(),
    /** The first moment at which so much is counted. Percent. */
    counted: z.number().min(0).max(100).exactOptional(),
  })
  .refine(
    ({ at, clock, counted }) => [at, clock, counted].filter((place) => place !== undefined).length <= 1,
    { message: 'only one of "at", "clock" and "counted" says where to go' },
  );
export type NightChange = z.infer<typeof NightChange>;
