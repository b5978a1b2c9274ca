/**
 * Where a channel is shown: a window on a display, a window that spans a fill and a key display, or the address of a
 * browser source. The show holds the wish; which display that is today, the desktop app finds out (core/outputs).
 */
import { z } from 'zod';
import { OutputId } from '../ids.ts';
import { ChannelId, Mode } from '../layers.ts';
import { ChannelAir } from './layer-air.ts';

const point = z.object({ x: z.number(), y: z.number() });
const size = z.object({ width: z.number(), height: z.number() });

/** A display as it was when somebody chose it. Ids are no promise, so what else is known of it is kept too. */
export const DisplayRef = z.object({
  id: z.number(),
  /** May be empty: some systems do not name displays. */
  label: z.string(),
  /** Physical pixels. */
  size,
  /** Of its top left corner, in device-independent pixels. */
  origin: point,
  /** Ids of the displays that were there beside it: none of them is this one. */
  others: z.array(z.number()),
});
export type DisplayRef = z.infer<typeof DisplayRef>;

export const OutputMode = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('black') }),
  z.object({
    kind: z.literal('chroma'),
    colour: z.string().regex(/^#[0-9a-f]{6}$/i, 'a colour is #rrggbb'),
  }),
  z.object({ kind: z.literal('transparent') }),
  /** Two pictures side by side: the graphics over black, and their alpha as grey. One window spans both displays. */
  z.object({ kind: z.literal('key-fill') }),
  /** Only the alpha, as grey. */
  z.object({ kind: z.literal('key') }),
]);
export type OutputMode = z.infer<typeof OutputMode>;

export const OutputTarget = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('display'),
    /** Null until somebody has chosen. */
    display: DisplayRef.nullable(),
    /** The display of the key; for the mode `key-fill` only. */
    key: DisplayRef.nullable().default(null),
  }),
  /** A plain window that may stand on the operator's display: to rehearse on one computer. */
  z.object({ kind: z.literal('window') }),
  /** No window of ours: somebody else's browser opens the output's address. */
  z.object({ kind: z.literal('browser') }),
]);
export type OutputTarget = z.infer<typeof OutputTarget>;

export const Output = z.object({
  id: OutputId,
  name: z.string().trim().min(1).max(60),
  channel: ChannelId,
  /** False: no window, whatever the target. */
  open: z.boolean(),
  target: OutputTarget,
  mode: OutputMode,
});
export type Output = z.infer<typeof Output>;

/** `black` hides all graphics: their fill and their key. `test`: the test card. */
export const Picture = z.enum(['show', 'black', 'test']);
export type Picture = z.infer<typeof Picture>;

/** What an operator does to one output, over what its channel shows. Nothing here is part of the show. */
export const OutputAir = z.object({
  picture: Picture,
  /** Safe areas and a grid over the picture. Never on a program output. */
  guides: z.boolean(),
  /** What the output goes on showing, whatever its channel does; null while it follows its channel. */
  frozen: z.object({ mode: Mode, layers: ChannelAir.shape.layers }).nullable(),
  /** Grows with each restart that an operator asks for. */
  restarts: z.int().min(0),
});
export type OutputAir = z.infer<typeof OutputAir>;

export const plainOutput: Readonly<OutputAir> = { picture: 'show', guides: false, frozen: null, restarts: 0 };

/** What a show has until somebody changes it: one program output, for a display that is still to be chosen. */
export const firstOutputs = (): Output[] => [
  {
    id: OutputId.parse('program'),
    name: 'Program',
    channel: 'program',
    open: true,
    target: { kind: 'display', display: null, key: null },
    mode: { kind: 'black' },
  },
];

/** Frames a second. */
export const FRAME_RATES = [25, 29.97, 30, 50, 59.94, 60] as const;
export const FrameRate = z.literal(FRAME_RATES);
export type FrameRate = z.infer<typeof FrameRate>;
