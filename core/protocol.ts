/**
 * The WebSocket between a page and the station. A page says `hello`, gets a `snapshot`, then one `patch` per
 * revision. A patch whose revision is not the next one is a gap: the page asks to `resync` and gets a snapshot.
 * Pages send commands, never patches. Stages get their own channel only and report what they show.
 */
import { z } from 'zod';
import { CueId, FactId, InstanceId, OutputId } from './ids.ts';
import { JsonObject } from './json.ts';
import { ChannelId, LayerId, Mode } from './layers.ts';
import { ShellInfo } from './outputs/displays.ts';
import { Problem, RefusalCode } from './refusal.ts';
import { FeedStatus } from './schema/feed.ts';
import { Graphic } from './schema/manifest.ts';
import { NightStatus } from './schema/night.ts';
import { StageReport } from './commands/stage.ts';

export const PROTOCOL = 1;

/**
 * `output`: what viewers get. `monitor`: a view of the same channel on a desk; its reports count only without an output.
 * `camera`: nobody's screen. It is photographed for the as-run log, and is no watcher: nothing waits for it or hears it.
 */
export const StageKind = z.enum(['output', 'monitor', 'camera']);
export type StageKind = z.infer<typeof StageKind>;

/** Stages that somebody looks at. */
const ScreenKind = StageKind.exclude(['camera']);

/** Where a desk is: what is selected there, and what somebody is changing. */
export const Whereabouts = z.object({
  workspace: z.string().max(40),
  cue: CueId.nullable(),
  fact: FactId.nullable(),
  /** A form with unsent words in it. */
  editing: z.object({ kind: z.enum(['cue', 'fact']), id: z.string().max(80) }).nullable(),
});
export type Whereabouts = z.infer<typeof Whereabouts>;

/** A desk that is connected. */
export const Seat = Whereabouts.extend({
  seat: z.string(),
  user: z.string(),
  view: z.boolean(),
  /** Epoch ms. */
  since: z.number(),
});
export type Seat = z.infer<typeof Seat>;

const Hello = z.discriminatedUnion('role', [
  z.object({
    type: z.literal('hello'),
    protocol: z.int(),
    role: z.literal('desk'),
    /** Who sits there: approvals and the as-run log carry it. */
    user: z.string().max(80).default('operator'),
    /** Which desk it is: the same after a reload. Empty: it is nobody's, and is given one by the station. */
    seat: z.string().max(80).default(''),
    /** Which load of the page it is: one that comes back takes its own seat again. */
    page: z.string().max(80).default(''),
    /** It only looks on: what it sends is refused. A desk that was opened with the view key always does. */
    view: z.boolean().default(false),
  }),
  z.object({
    type: z.literal('hello'),
    protocol: z.int(),
    role: z.literal('stage'),
    channel: ChannelId,
    kind: StageKind,
    /** For the outputs panel. */
    name: z.string().max(80).default(''),
    /** `reduced`: layers share a process, because the page is not on this machine. */
    isolation: z.enum(['full', 'reduced']),
    /** The output of the show that this page is; null for monitors and addresses that name none. */
    output: OutputId.nullable().default(null),
    /** Which of the desktop app's windows it is: while one replaces another, both belong to one output. */
    window: z.int().nullable().default(null),
    /** What it shows already, from before the connection broke. */
    showing: z.array(InstanceId).max(100),
  }),
]);

export const ToStation = z.discriminatedUnion('type', [
  Hello,
  z.object({
    type: z.literal('command'),
    id: z.int(),
    command: JsonObject,
    /** What the page took the mode for when it was sent: meant for a rehearsal, it must not reach the live show. */
    mode: Mode.optional(),
  }),
  z.object({ type: z.literal('report'), report: StageReport.omit({ channel: true }) }),
  z.object({
    type: z.literal('beat'),
    revision: z.int(),
    /** Frames drawn and late since the last beat, about a second. */
    frames: z.int().min(0),
    late: z.int().min(0),
  }),
  /** All that should be seen is drawn, or has failed: said once, after the first snapshot. */
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('resync') }),
  /** Where this desk is, for the others. */
  z.object({ type: z.literal('presence'), ...Whereabouts.shape }),
]);
export type ToStation = z.input<typeof ToStation>;

export const Patch = z.object({
  op: z.enum(['add', 'replace', 'remove']),
  path: z.array(z.union([z.string(), z.number()])),
  value: z.unknown().optional(),
});

export const OutputInfo = z.object({
  id: z.string(),
  channel: ChannelId,
  kind: ScreenKind,
  name: z.string(),
  isolation: z.enum(['full', 'reduced']),
  /** Frames a second over the last beat; null before the first. */
  fps: z.number().nullable(),
  late: z.int(),
  /** Since it connected: frames drawn, and frames that came late. */
  frames: z.int().default(0),
  dropped: z.int().default(0),
  output: z.string().nullable().default(null),
  window: z.int().nullable().default(null),
  ready: z.boolean().default(false),
  revision: z.int(),
  /** True when its revision is older than what was sent a beat ago. */
  behind: z.boolean(),
});
export type OutputInfo = z.infer<typeof OutputInfo>;

export const DeskRefusal = z.object({
  at: z.number(),
  by: z.string(),
  command: z.string(),
  code: z.union([RefusalCode, z.literal('bug')]),
  detail: z.string(),
  problems: z.array(Problem).optional(),
});
export type DeskRefusal = z.infer<typeof DeskRefusal>;

/** What undo or redo would do next; its group where it is one of several commands given as one. */
export const HistoryStep = z.object({
  title: z.string(),
  /** Of which thing; empty where the title says all. */
  detail: z.string().default(''),
  by: z.string(),
  group: z.string().exactOptional(),
});
export type HistoryStep = z.infer<typeof HistoryStep>;

/** How saving goes. */
export const StorageState = z.object({
  /** When the last change came to be on disk, epoch ms; null before the first. */
  savedAt: z.number().nullable(),
  /** What the disk refuses, in a sentence; null while all is well. Nothing is lost meanwhile, and it is tried again. */
  problem: z.string().nullable(),
});
export type StorageState = z.infer<typeof StorageState>;

export const FromStation = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('snapshot'),
    revision: z.int(),
    /** A desk's `{show, air}` or a stage's `{mode, layers}`. */
    view: z.unknown(),
    /** The station's clock, epoch ms: anchors are in its time, whatever the page's clock says. */
    now: z.number(),
  }),
  z.object({ type: z.literal('patch'), revision: z.int(), patches: z.array(Patch) }),
  /** Desks only, from here on. */
  z.object({
    type: z.literal('graphics'),
    graphics: z.array(Graphic),
    /** Packages that are not offered, and why. */
    problems: z.array(z.string()).default([]),
  }),
  z.object({ type: z.literal('outputs'), outputs: z.array(OutputInfo) }),
  /** Displays and windows of the desktop app; null where the station runs without one. */
  z.object({ type: z.literal('shell'), shell: ShellInfo.nullable() }),
  /** How each feed fares. */
  z.object({ type: z.literal('feeds'), feeds: z.array(FeedStatus) }),
  z.object({ type: z.literal('refusal'), refusal: DeskRefusal }),
  /** How saving goes: told when it changes. */
  z.object({ type: z.literal('storage'), storage: StorageState }),
  /** Every desk that is connected, and which of them this one is. */
  z.object({
    type: z.literal('presence'),
    you: z.string(),
    /** This desk only looks on: what it sends is refused. */
    view: z.boolean().default(false),
    seats: z.array(Seat),
  }),
  /** The night that is rehearsed with; null while none is played. */
  z.object({ type: z.literal('night'), night: NightStatus.nullable() }),
  z.object({
    type: z.literal('history'),
    undo: HistoryStep.nullable(),
    redo: HistoryStep.nullable(),
  }),
  z.object({
    type: z.literal('result'),
    id: z.int(),
    result: z.union([
      z.object({ ok: z.literal(true), revision: z.int() }).catchall(z.unknown()),
      z.object({ ok: z.literal(false), code: z.string(), detail: z.string() }).catchall(z.unknown()),
    ]),
  }),
  /** The station will close the connection, and why. */
  z.object({ type: z.literal('bye'), code: z.string(), detail: z.string() }),
]);
export type FromStation = z.infer<typeof FromStation>;

/** What a graphic is told of where it is drawn (OGraf v1, `load`). */
export const RenderTarget = z.object({
  renderType: z.enum(['realtime', 'non-realtime']),
  width: z.int(),
  height: z.int(),
  frameRate: z.number(),
  internet: z.boolean(),
});
export type RenderTarget = z.infer<typeof RenderTarget>;

/** An action at a time of a graphic that does not run in real time (OGraf v1, `setActionsSchedule`). */
export const ScheduledAction = z.object({
  /** Milliseconds from the start. */
  timestamp: z.number().min(0),
  action: z.object({
    type: z.enum(['playAction', 'updateAction', 'stopAction', 'customAction']),
    params: JsonObject,
  }),
});
export type ScheduledAction = z.infer<typeof ScheduledAction>;

/**
 * Between a page that hosts a graphic and the page inside its frame, over a MessagePort. The stage uses the calls up
 * to `dispose`; the others are for the workbench, the checker and rendering out.
 */
export const FrameCall = z.discriminatedUnion('call', [
  z.object({
    call: z.literal('load'),
    id: z.int(),
    main: z.string(),
    data: JsonObject,
    layer: LayerId,
    /** 1920x1080 in real time at 50 frames a second without network, where left out. */
    target: RenderTarget.exactOptional(),
  }),
  z.object({
    call: z.literal('play'),
    id: z.int(),
    /** One of `goto` and `delta`, never both; `delta` only to see how a graphic takes it. */
    goto: z.int().min(0).exactOptional(),
    delta: z.int().exactOptional(),
    skipAnimation: z.boolean(),
  }),
  z.object({ call: z.literal('update'), id: z.int(), data: JsonObject, skipAnimation: z.boolean() }),
  z.object({ call: z.literal('stop'), id: z.int(), skipAnimation: z.boolean() }),
  z.object({
    call: z.literal('action'),
    id: z.int(),
    action: z.string(),
    payload: JsonObject,
    skipAnimation: z.boolean(),
  }),
  z.object({ call: z.literal('dispose'), id: z.int() }),
  z.object({ call: z.literal('goToTime'), id: z.int(), timestamp: z.number() }),
  z.object({ call: z.literal('schedule'), id: z.int(), schedule: z.array(ScheduledAction) }),
  /** How fast its time runs: 1 as it is, 0.25 slow, 0 held. */
  z.object({ call: z.literal('tempo'), id: z.int(), rate: z.number().min(0).max(4) }),
  /** Holds its movements at so many milliseconds after their start. */
  z.object({ call: z.literal('seek'), id: z.int(), ms: z.number().min(0) }),
  /** Asks for a FrameLook in `result`. */
  z.object({ call: z.literal('look'), id: z.int() }),
]);
export type FrameCall = z.infer<typeof FrameCall>;

export const FrameAnswer = z.object({
  id: z.int(),
  statusCode: z.number(),
  statusMessage: z.string().optional(),
  /** As the graphic says: from 0; absent or undefined where it says nothing, or shows nothing. */
  currentStep: z.number().nullish(),
  /** Of a custom action, or of our own calls. */
  result: z.unknown().optional(),
  /** From the call to the graphic's answer, as its own page measured it. Milliseconds. */
  ms: z.number().exactOptional(),
});
export type FrameAnswer = z.infer<typeof FrameAnswer>;

/** How a text of the picture was set: what the fit check on the desk tells. A graphic gives it as `result.v_fit`. */
export const FitReport = z.object({
  /** Path of the field in the data, with dots. */
  field: z.string(),
  lines: z.int().min(1),
  /** Width of the letters, percent of normal. */
  width: z.number(),
  /** Letter size, px at 1920x1080. */
  size: z.number(),
  /** True where the text was set smaller or narrower than it is by default. */
  tight: z.boolean(),
});
export type FitReport = z.infer<typeof FitReport>;

/** `missing`: no such method. `sync`: no promise. `answer`: no `{statusCode}`. `step`: `currentStep` is no number. `reject`: no Error. */
export const FrameSlip = z.object({
  call: z.string(),
  what: z.enum(['missing', 'sync', 'answer', 'step', 'reject']),
});
export type FrameSlip = z.infer<typeof FrameSlip>;

/** What can be seen of a graphic from inside its frame. */
export const FrameLook = z.object({
  /** Anything visible, whether or not the frame shows it. */
  painted: z.boolean(),
  /** Something moves. */
  moving: z.boolean(),
  /** Elements left in the frame's body besides ours. */
  leftovers: z.int(),
  /** Addresses asked for, with those that were refused. */
  requests: z.array(z.object({ url: z.string(), refused: z.boolean() })),
  /** Since the last look: frames drawn, frames missed, the longest gap in ms. */
  frames: z.int(),
  dropped: z.int(),
  longest: z.number(),
  /** Uncaught errors since it was loaded. */
  errors: z.array(z.string()),
  /** The words that can be seen, 4,000 characters at most. */
  text: z.string(),
  /** The same for two pictures with the same things in the same places; says nothing else. */
  scene: z.string(),
  /** Timers, intervals and frames that it waits for. Counted from the first look on, so look once before `load`. */
  timers: z.int(),
  /** What it did against the standard, call by call. Noted from the first look on. */
  slips: z.array(FrameSlip),
});
export type FrameLook = z.infer<typeof FrameLook>;
