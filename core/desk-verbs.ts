/**
 * What a desk inside the desktop app may ask of the operating system. A desk in a browser has none of it: everything
 * else goes to the station as commands, from wherever the desk is.
 */
import { z } from 'zod';

/** Asked by the desk, answered by the app. Each is one IPC channel, `desk:<verb>`, without parameters. */
export const DESK_VERBS = [
  /** Shows a large number, and the name of the output on it, on every display for a few seconds. */
  'identify',
  /** Asks for a show's folder and opens it. Refused on air. */
  'openShow',
  /** Asks for a place and saves a copy of the show there. */
  'saveShowCopy',
  /** Asks for a place and writes the whole as-run log there, as CSV; what a desk filters, it exports by itself. */
  'exportAsRun',
  /** Asks for a place and writes the facts of the show there, as CSV or, where the name ends so, as JSON. */
  'exportFacts',
  /** Puts versions, displays, outputs and the last log lines on the clipboard. */
  'copyDiagnostics',
  /** Shows the folder of the logs. */
  'openLogs',
  /** The desk shows the question that `onQuitAsked` brought. */
  'quitQuestionShown',
  /** The operator held the button: quits although something is on air. Heard only after the question. */
  'quit',
  /** The operator stays. */
  'stay',
] as const;
export type DeskVerb = (typeof DESK_VERBS)[number];

/** Every verb's answer. `detail` is a sentence for the status line; cancelled dialogs have none. */
export const VerbAnswer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), detail: z.string().nullable() }),
  z.object({ ok: z.literal(false), code: z.string(), detail: z.string() }),
]);
export type VerbAnswer = z.infer<typeof VerbAnswer>;

/** `window.tallydesk` of a desk in the desktop app. */
export type DeskBridge = Record<DeskVerb, () => Promise<VerbAnswer>> & {
  /**
   * Somebody wants to quit or to close the desk while something is on air; again at every such wish.
   * @param listener is told what, as a sentence
   * @returns stops listening
   */
  onQuitAsked(listener: (what: string) => void): () => void;
};
