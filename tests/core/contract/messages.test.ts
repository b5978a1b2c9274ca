/**
 * The contract with pages, other tools and files of earlier versions. A golden file is only ever added to: what a
 * station, a page or a script of today sends must be understood for ever.
 */
import { applyPatches, type Patch } from 'immer';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { commandDefs } from '../../../core/commands/registry.ts';
import { FrameCall, FromStation, ToStation } from '../../../core/protocol.ts';
import { parseCommand } from '../../../core/reduce.ts';
import { kindOfRefusal, Refusal, RefusalCode } from '../../../core/refusal.ts';
import { cuesInOrder, factsInOrder } from '../../../core/rundown.ts';
import { firstOutputs } from '../../../core/schema/output.ts';
import { JournalLine, ShowFile } from '../../../core/schema/show-file.ts';
import { getRow } from '../../../core/table.ts';
import { makeStation } from '../../support/builders.ts';
import commands from './golden/commands.json' with { type: 'json' };
import frameCalls from './golden/frame-calls.json' with { type: 'json' };
import fromStation from './golden/from-station.json' with { type: 'json' };
import journalLines from './golden/journal-lines.json' with { type: 'json' };
import refusals from './golden/refusals.json' with { type: 'json' };
import showFile from './golden/show-format-1.json' with { type: 'json' };
import toStation from './golden/to-station.json' with { type: 'json' };

/** Nothing of the message may be dropped: a field that is no longer known would be. */
const keeps = (schema: z.ZodType, message: unknown) => {
  expect(schema.parse(message)).toMatchObject(message as object);
};

const named = <T extends object>(key: keyof T, messages: readonly T[]) =>
  messages.map((message) => [String(message[key]), message] as const);

describe('a page to the station', () => {
  it.each(named('type', toStation))('%s', (_type, message) => keeps(ToStation, message));

  it('every kind is there', () => {
    const kinds = ['hello', 'command', 'report', 'beat', 'presence', 'ready', 'resync'];
    expect(new Set(toStation.map(({ type }) => type))).toEqual(new Set(kinds));
  });
});

describe('the station to a page', () => {
  it.each(named('type', fromStation))('%s', (_type, message) => keeps(FromStation, message));

  it('every kind is there', () => {
    const kinds = FromStation.options.map((option) => option.shape.type.value);
    expect(new Set(fromStation.map(({ type }) => type))).toEqual(new Set<string>(kinds));
  });
});

describe('a stage to a frame', () => {
  it.each(named('call', frameCalls))('%s', (_call, message) => keeps(FrameCall, message));

  it('every kind is there', () => {
    const kinds = FrameCall.options.map((option) => option.shape.call.value);
    expect(new Set(frameCalls.map(({ call }) => call))).toEqual(new Set<string>(kinds));
  });
});

describe('commands', () => {
  it.each(named('type', commands))('%s', (_type, command) => {
    const parsed = parseCommand(command);
    if (!parsed.ok) throw new Error(parsed.detail);
    const { type: _dropped, ...fields } = command as { type: string };
    expect(parsed.payload).toMatchObject(fields);
  });

  it('every command is there, and none is lost', () => {
    expect(new Set(commands.map(({ type }) => type))).toEqual(new Set(commandDefs().map(({ type }) => type)));
  });

  it('only stages and the clock are kept from people', () => {
    const internal = commandDefs().filter(({ access }) => access === 'internal');
    expect(internal.map(({ type }) => type)).toEqual([
      'feed.deliver',
      'night.open',
      'night.deliver',
      'media.add',
      'show.replace',
      'right.lapse',
      'stage.report',
      'stage.claims',
      'air.tick',
      'graphics.changed',
    ]);
  });
});

describe('a show file of format 1', () => {
  const loaded = ShowFile.parse(showFile);

  it('loads with everything in it', () => {
    expect(loaded).toMatchObject(showFile);
    expect(cuesInOrder(loaded.show).map(({ id }) => id)).toEqual(['c1', 'c2']);
    expect(factsInOrder(loaded.show).map(({ id }) => id)).toEqual(['f1', 'f2']);
    for (const id of ['f1', 'f2']) expect(getRow(loaded.show.facts, id)?.id).toBe(id);
    for (const id of ['c1', 'c2']) expect(getRow(loaded.show.cues, id)?.id).toBe(id);
  });

  it('gets outputs and a frame rate where it was saved before there were any', () => {
    expect(loaded.show.outputs).toEqual(firstOutputs());
    expect(loaded.show.settings.frameRate).toBe(50);
    expect(loaded.air.outputs).toEqual({});
  });

  it('takes the lines of its journal', () => {
    for (const line of journalLines) keeps(JournalLine, line);
    const [{ patches } = { patches: [] }] = journalLines;
    expect(applyPatches(loaded, patches as Patch[]).show.title).toBe('Night');
  });

  it('refuses a format of the future', () => {
    expect(ShowFile.safeParse({ ...showFile, format: 2 }).success).toBe(false);
  });
});

describe('refusals, as REST answers them', () => {
  it.each(named('code', refusals))('%s', (_code, refusal) => keeps(Refusal, refusal));

  it('a real one has that shape and nothing else', () => {
    const { ok, code, detail, ...rest } = makeStation().no({ type: 'cue.take' });
    expect([ok, code, detail]).toEqual([false, 'nothing_on_preview', expect.any(String)]);
    expect(rest).toEqual({});
  });

  it('codes keep their names and kinds', () => {
    const kinds = RefusalCode.options.map((code) => `${code} ${kindOfRefusal(code)}`);
    expect(kinds.sort()).toMatchSnapshot();
  });
});
