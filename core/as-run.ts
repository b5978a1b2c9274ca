/**
 * As-run: exactly what was shown, when and by whom, read off the air state before and after each command.
 * One line when a graphic goes up, one when its data or step changes on air, one when it is gone.
 */
import { z } from 'zod';
import { CueId, FactId, GraphicId, InstanceId } from './ids.ts';
import { JsonObject } from './json.ts';
import { ChannelId, LAYERS, LayerId } from './layers.ts';
import type { Air } from './schema/air.ts';
import { Override, type Item } from './schema/layer-air.ts';

export const AsRunLine = z.object({
  event: z.enum(['in', 'change', 'out']),
  /** Epoch ms. `in` is when a stage said that it was seen, not when it was told. */
  at: z.number(),
  channel: ChannelId,
  layer: LayerId,
  instance: InstanceId,
  cue: z.object({ id: CueId, number: z.int(), name: z.string() }),
  graphic: z.object({ id: GraphicId, version: z.string(), hash: z.string() }),
  data: JsonObject,
  step: z.int(),
  facts: z.array(z.object({ id: FactId, revision: z.int() })),
  by: z.string(),
  /** Where it was taken past the gate. */
  override: Override.exactOptional(),
});
export type AsRunLine = z.infer<typeof AsRunLine>;

const AIRED = ['program', 'rehearsal'] as const;

function* shownItems(air: Air): Generator<[ChannelId, Item]> {
  // not known to be off until somebody says so
  for (const { channel, item } of air.interrupted) if (item.shownAt !== null) yield [channel, item];
  for (const channel of AIRED) {
    for (const id of LAYERS) {
      const { current, leaving } = air.channels[channel].layers[id];
      for (const item of [current, leaving]) if (item && item.shownAt !== null) yield [channel, item];
    }
  }
}

const lineOf = (
  event: AsRunLine['event'],
  at: number,
  channel: ChannelId,
  item: Item,
  by: string,
): AsRunLine => ({
  event,
  at,
  channel,
  layer: item.layer,
  instance: item.instance,
  cue: item.cue,
  graphic: { id: item.graphic.id, version: item.graphic.version, hash: item.graphic.hash },
  data: item.data,
  step: item.step,
  facts: item.facts,
  by,
  ...(item.override ? { override: item.override } : {}),
});

/** @param by who sent the command that made the change */
export function asRunLines(before: Air, after: Air, now: number, by: string): AsRunLine[] {
  if (before.channels === after.channels && before.interrupted === after.interrupted) return [];
  const old = new Map([...shownItems(before)].map(([channel, item]) => [item.instance, { channel, item }]));
  const lines: AsRunLine[] = [];
  for (const [channel, item] of shownItems(after)) {
    const was = old.get(item.instance)?.item;
    old.delete(item.instance);
    if (!was) lines.push(lineOf('in', item.shownAt ?? now, channel, item, item.takenBy ?? by));
    // the same picture from another fact, or from a newer revision, is news for who asks where a fact was shown
    else if (was.dataVersion !== item.dataVersion || was.step !== item.step || was.facts !== item.facts) {
      lines.push(lineOf('change', now, channel, item, by));
    }
  }
  for (const { channel, item } of old.values()) lines.push(lineOf('out', now, channel, item, by));
  return lines;
}

/** One showing from going up to gone. */
export interface AsRunEntry {
  instance: InstanceId;
  channel: ChannelId;
  layer: LayerId;
  cue: AsRunLine['cue'];
  graphic: AsRunLine['graphic'];
  /** As it was shown last. */
  data: JsonObject;
  facts: AsRunLine['facts'];
  by: string;
  inAt: number;
  /** Null while it is still up. */
  outAt: number | null;
  changes: number;
  /** Where it was taken past the gate, or was so for a while. */
  override?: Override;
}

/** Puts one more line to the showings, which are changed in place. @returns the showing that the line is of */
export function addToEntries(entries: Map<string, AsRunEntry>, line: AsRunLine): AsRunEntry {
  const { event, at, instance, channel, layer, cue, graphic, data, facts, by, override } = line;
  const entry = entries.get(instance);
  if (!entry) {
    const outAt = event === 'out' ? at : null;
    const begun = { instance, channel, layer, cue, graphic, data, facts, by, inAt: at, outAt, changes: 0 };
    const made: AsRunEntry = { ...begun, ...(override ? { override } : {}) };
    entries.set(instance, made);
    return made;
  }
  entry.outAt = event === 'out' ? at : null;
  if (override) entry.override ??= override;
  if (event === 'change') Object.assign(entry, { data, facts, changes: entry.changes + 1 });
  return entry;
}

export function asRunEntries(lines: readonly AsRunLine[]): AsRunEntry[] {
  const entries = new Map<string, AsRunEntry>();
  for (const line of lines) addToEntries(entries, line);
  return [...entries.values()];
}

/** A fact's revisions that were seen in one showing, in their order, and from when on: epoch ms. */
export const Revisions = z.array(z.object({ revision: z.int(), at: z.number() }));

/** A showing in which a fact was seen. */
export interface FactShowing extends AsRunEntry {
  revisions: z.infer<typeof Revisions>;
}

/** Where a fact was shown, and in which of its revisions: also where something else has taken its place since. */
export function showingsOf(lines: readonly AsRunLine[], factId: FactId): FactShowing[] {
  const seen = new Map<InstanceId, FactShowing['revisions']>();
  for (const { instance, at, facts, channel } of lines) {
    // what was seen in a rehearsal was not shown to anybody
    if (channel === 'rehearsal') continue;
    const fact = facts.find(({ id }) => id === factId);
    if (!fact) continue;
    const revisions = seen.get(instance) ?? [];
    if (revisions.at(-1)?.revision !== fact.revision) revisions.push({ revision: fact.revision, at });
    seen.set(instance, revisions);
  }
  return asRunEntries(lines.filter(({ instance }) => seen.has(instance))).map((entry) => ({
    ...entry,
    revisions: seen.get(entry.instance) ?? [],
  }));
}
