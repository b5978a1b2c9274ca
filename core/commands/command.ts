/**
 * What a command is. One life cycle for all: parse → check (may refuse) → apply to a draft → patches.
 * Desk, REST, feeds and the station's own clock all come through here.
 */
import type { z } from 'zod';
import type { Installed } from '../graphic-versions.ts';
import type { History } from '../history.ts';
import type { Json } from '../json.ts';
import type { Mode } from '../layers.ts';
import type { Refusal } from '../refusal.ts';
import type { State } from '../state.ts';

/** What a pure command may know of the world, handed in. */
export interface Context extends Installed {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly newId: (prefix: string) => string;
  /** Who sent it, for approvals and the as-run log. */
  readonly actor: string;
  /** The desks that are connected and not viewers; absent where nobody has told. */
  readonly seats?: readonly { readonly seat: string; readonly user: string }[];
  /** What was done before, to say who changed a thing meanwhile; handed in by reduce.ts. */
  readonly history?: History;
  /** The desk that it comes from; absent for REST, feeds and the station itself. */
  readonly seat?: string;
  /** The mode that the desk showed when it was sent; absent where nobody looked at one. */
  readonly meant?: Mode;
  /** The station was started with authors allowed to approve their own facts. */
  readonly waiveFourEyes?: boolean;
}

export type Answer = { [key: string]: Json };

export interface CommandDef<S extends z.ZodType = z.ZodType> {
  readonly type: string;
  /** For the undo list and logs: what it did, in the operators' words. */
  readonly title: string;
  readonly schema: S;
  /**
   * `record`: changes the show and can be undone. `never`: changes what is on air, or takes part in undo itself.
   * What a recorded command does besides to air is in `settle`, apart from what can be undone.
   */
  readonly undo: 'record' | 'never';
  /** `internal` commands come from stages and the station's clock, never from a person or REST. */
  readonly access: 'open' | 'internal';
  /** Reaches air, or what Take would bring there: refused to a desk while another one holds the take right. */
  readonly needsRight?: true;
  /** For the history: which thing, as “12 Labour 34”. Of the state before it. */
  describe?(state: State, command: z.infer<S>): string;
  check(state: State, command: z.infer<S>, context: Context): Refusal | null;
  apply(draft: State, command: z.infer<S>, context: Context): Answer;
  /**
   * For recorded commands: what it does to air, in the same revision, after `apply`; never undone.
   * What it answers is added to the answer of `apply`.
   */
  settle?(draft: State, command: z.infer<S>, context: Context): Answer;
  /** For recorded commands: those of one group are undone and redone as one step. */
  group?(command: z.infer<S>): string | undefined;
}

/** Ties a definition's schema to its functions. */
export const defineCommand = <S extends z.ZodType>(def: CommandDef<S>): CommandDef<S> => def;
