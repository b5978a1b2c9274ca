/** What the live checks need of the page that they run in. Knows no DOM, so that the checks can be tested without one. */
import type { JsonObject } from '../../../core/json.ts';
import type { Graphic } from '../../../core/schema/manifest.ts';
import type { Finding } from '../../../core/graphics-check/finding.ts';
import type { FrameListener, GraphicFrame } from '../graphic-frame.ts';

export interface OpenedFrame {
  frame: GraphicFrame;
  /** Takes it off the page. @param hung its process may hang: the next frame gets another */
  close(hung: boolean): void;
}

export interface LiveHost {
  /** Opens an empty frame, full-size and within the window: one out of sight is slowed down by the browser. */
  open(listener: FrameListener): OpenedFrame;
  /** Milliseconds. */
  wait(ms: number): Promise<void>;
}

export interface Fixture {
  name: string;
  data: JsonObject;
}

export interface LiveInput {
  graphic: Graphic;
  /** Name of the manifest's file, for the findings. */
  file: string;
  fixtures: readonly Fixture[];
  /** Milliseconds that each call may take. Default 10,000, as on air. */
  limitMs?: number;
  /** Told what is looked at now, for people who wait. */
  onStage?: (stage: string) => void;
}

/** How long a call took, beside what the manifest says. Milliseconds. */
export interface Measured {
  call: string;
  /** From 0; null where the call knows no steps. */
  step: number | null;
  measured: number;
  /** Null where the manifest says nothing, or −1. */
  declared: number | null;
}

export interface LiveReport {
  findings: Finding[];
  measured: Measured[];
  /** Addresses asked for outside the package. */
  requests: string[];
}
