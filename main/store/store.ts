/**
 * The single writer. Every change of the show and the air goes through `dispatch`, one after the other; listeners
 * hear of each commit before the disk does, so that stages draw at once while the sender waits for the journal.
 */
import type { Patch } from 'immer';
import type { Answer } from '../../core/commands/command.ts';
import type { Graphics } from '../../core/gate.ts';
import type { Installed } from '../../core/graphic-versions.ts';
import { isObject } from '../../core/json.ts';
import type { Mode } from '../../core/layers.ts';
import { parseCommand, run, worldOf, type World } from '../../core/reduce.ts';
import { refuse, type Refusal } from '../../core/refusal.ts';
import type { State } from '../../core/state.ts';
import type { Log, Sources } from '../world.ts';

export interface Commit {
  before: State;
  after: State;
  revision: number;
  patches: readonly Patch[];
  /** As sent. */
  command: { type: string };
  answer: Answer;
  by: string;
  at: number;
}

export interface Bug {
  ok: false;
  code: 'bug';
  detail: string;
}

export type Dispatched = { ok: true; revision: number; answer: Answer } | Refusal | Bug;

export type CommitListener = (commit: Commit) => void;
export type RefusalListener = (refused: {
  result: Refusal | Bug;
  type: string;
  by: string;
  at: number;
}) => void;

export interface Sender {
  /** Who, for approvals and the as-run log. */
  by: string;
  /** True only for stages and the station itself. */
  internal?: boolean;
  /** The desk that it comes from; absent for REST, feeds and the station itself. */
  seat?: string;
  /** The mode that this desk showed. */
  meant?: Mode;
}

export class Store {
  readonly #sources: Sources;
  readonly #log: Log;
  readonly #waiveFourEyes: boolean;
  readonly #commits = new Set<CommitListener>();
  readonly #refusals = new Set<RefusalListener>();
  readonly #steps = new Set<() => void>();
  #world: World;
  #revision: number;
  /** The version of each template that is in use. */
  graphics: Graphics;
  /** The desks that may hold the take right, now. */
  seats: () => readonly { seat: string; user: string }[] = () => [];
  readonly #versionOf: Installed['versionOf'];

  constructor(options: {
    state: State;
    revision: number;
    graphics: Graphics;
    versionOf?: Installed['versionOf'];
    waiveFourEyes: boolean;
    sources: Sources;
    log: Log;
  }) {
    this.#world = worldOf(options.state);
    this.#revision = options.revision;
    this.graphics = options.graphics;
    this.#versionOf = options.versionOf;
    this.#waiveFourEyes = options.waiveFourEyes;
    this.#sources = options.sources;
    this.#log = options.log;
  }

  get state(): State {
    return this.#world.state;
  }

  get history(): World['history'] {
    return this.#world.history;
  }

  get revision(): number {
    return this.#revision;
  }

  onCommit(listener: CommitListener): void {
    this.#commits.add(listener);
  }

  /** @param listener hears when the history alone has moved: a step over what has changed since leaves no patch */
  onStep(listener: () => void): void {
    this.#steps.add(listener);
  }

  onRefusal(listener: RefusalListener): void {
    this.#refusals.add(listener);
  }

  /** Carries out one command. Never throws: a bug is logged with its command, and air stays as it was. */
  dispatch(input: unknown, sender: Sender): Dispatched {
    const at = this.#sources.now();
    const type = isObject(input) && typeof input['type'] === 'string' ? input['type'] : '?';
    const result = this.#attempt(input, sender, at);
    if (!result.ok) this.#emit(this.#refusals, { result, type, by: sender.by, at });
    return result;
  }

  #attempt(input: unknown, { by, seat, meant, internal = false }: Sender, at: number): Dispatched {
    try {
      const parsed = parseCommand(input);
      if (!parsed.ok) return parsed;
      if (parsed.def.access === 'internal' && !internal) {
        return refuse('not_allowed', `${parsed.def.type} comes from stages only.`);
      }
      const before = this.#world.state;
      const outcome = run(this.#world, parsed, {
        now: at,
        newId: this.#sources.newId,
        actor: by,
        seats: this.seats(),
        ...(seat === undefined ? {} : { seat }),
        ...(meant === undefined ? {} : { meant }),
        graphics: this.graphics,
        ...(this.#versionOf ? { versionOf: this.#versionOf } : {}),
        waiveFourEyes: this.#waiveFourEyes,
      });
      if (!outcome.ok) {
        // every command refuses by itself what the barrier would: one that did not has a bug
        if (outcome.code === 'rehearsal_barrier')
          this.#log.error({ command: input, by }, `${outcome.detail} This is a bug in Tallydesk.`);
        return outcome;
      }
      const hadHistory = this.#world.history;
      this.#world = outcome.world;
      const { patches, answer } = outcome;
      if (patches.length > 0) {
        this.#revision += 1;
        const command = input as { type: string };
        const { revision } = this;
        const { state: after } = outcome.world;
        this.#emit(this.#commits, { before, after, revision, patches, command, answer, by, at });
      } else if (this.history !== hadHistory) this.#emit(this.#steps, undefined);
      return { ok: true, revision: this.#revision, answer };
    } catch (error) {
      this.#log.error({ err: error, command: input, by }, 'a command failed: this is a bug in Tallydesk');
      return {
        ok: false,
        code: 'bug',
        detail: 'Tallydesk failed to do that; air is as it was. The log has the details.',
      };
    }
  }

  #emit<T>(listeners: Iterable<(event: T) => void>, event: T): void {
    for (const listener of listeners) {
      try {
        listener(event);
      } catch (error) {
        this.#log.error({ err: error }, 'a listener of the store failed');
      }
    }
  }
}
