/** Names for things in a show: branded strings, so that a cue id cannot be passed where a fact id is meant. */
import { z } from 'zod';

const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/, 'an id has letters, digits, ".", "_" and "-" only (80 at most)')
  // immer refuses patches through these names, so a row called that would break every mirror of the state
  .refine((text) => text !== 'constructor' && text !== 'prototype', 'this word cannot be an id');

export const FactId = id.brand<'FactId'>();
export type FactId = z.infer<typeof FactId>;
export const CueId = id.brand<'CueId'>();
export type CueId = z.infer<typeof CueId>;
export const PartyId = id.brand<'PartyId'>();
export type PartyId = z.infer<typeof PartyId>;
/** Where results or facts come from by themselves; also the head of the ids of the facts that it makes. */
export const FeedId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,29}$/, 'a feed id has lower-case letters, digits and "-" (30 at most)')
  .refine((text) => text !== 'constructor' && text !== 'prototype', 'this word cannot be an id')
  .brand<'FeedId'>();
export type FeedId = z.infer<typeof FeedId>;
export const OutputId = id.brand<'OutputId'>();
export type OutputId = z.infer<typeof OutputId>;
/** One showing of one graphic: made when a cue is armed or taken, never reused. */
export const InstanceId = id.brand<'InstanceId'>();
export type InstanceId = z.infer<typeof InstanceId>;
/** An OGraf graphic's id. The standard forbids only "/", so this is wider than our own ids. */
export const GraphicId = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^/\\]+$/, 'a graphic id has no "/" or "\\"');
export type GraphicId = z.infer<typeof GraphicId>;
