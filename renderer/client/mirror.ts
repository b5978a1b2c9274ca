/**
 * What this desk knows of the station, and how each message changes it. Pure. A patch that does not follow on
 * is never guessed at: the mirror says `gap` and the connection asks for a snapshot.
 */
import { applyPatches, enablePatches, setAutoFreeze, type Patch } from 'immer';
import { GraphicId } from '../../core/ids.ts';
import type { ShellInfo } from '../../core/outputs/displays.ts';
import type {
  DeskRefusal,
  FromStation,
  HistoryStep,
  OutputInfo,
  Seat,
  StorageState,
} from '../../core/protocol.ts';
import type { FeedStatus } from '../../core/schema/feed.ts';
import type { Graphic } from '../../core/schema/manifest.ts';
import type { NightStatus } from '../../core/schema/night.ts';
import type { State } from '../../core/state.ts';
import { View } from './view.ts';

enablePatches();
// the mirror is only ever replaced, and freezing ten thousand facts would cost the first paint
setAutoFreeze(false);

export interface Mirror {
  /** Null until the first snapshot. */
  state: State | null;
  revision: number;
  graphics: ReadonlyMap<string, Graphic>;
  /** Packages that are not offered, and why. */
  problems: readonly string[];
  outputs: readonly OutputInfo[];
  /** Displays and output windows of the desktop app; null without one. */
  shell: ShellInfo | null;
  /** How each feed fares. */
  feeds: readonly FeedStatus[];
  /** The last refusal of anyone's command, as the station tells every desk. */
  refusal: DeskRefusal | null;
  undo: HistoryStep | null;
  redo: HistoryStep | null;
  /** Every desk that is connected, this one among them. */
  seats: readonly Seat[];
  /** Which of them this one is. */
  seat: string;
  /** This desk only looks on: what it sends is refused. */
  view: boolean;
  /** The night that is rehearsed with. */
  night: NightStatus | null;
  /** How saving goes. */
  storage: StorageState;
  /** Station's clock minus this page's, milliseconds. */
  clockOffset: number;
}

export const emptyMirror: Mirror = {
  state: null,
  revision: 0,
  graphics: new Map(),
  problems: [],
  outputs: [],
  shell: null,
  feeds: [],
  refusal: null,
  undo: null,
  redo: null,
  seats: [],
  seat: '',
  view: false,
  night: null,
  storage: { savedAt: null, problem: null },
  clockOffset: 0,
};

export type Reflection = { ok: true; mirror: Mirror } | { ok: false; why: 'gap' | 'unreadable' };

const changed = (mirror: Mirror): Reflection => ({ ok: true, mirror });

/** @param pageNow this page's clock, epoch ms, when the message came */
export function reflect(mirror: Mirror, message: FromStation, pageNow: number): Reflection {
  switch (message.type) {
    case 'snapshot': {
      const state = View.safeParse(message.view);
      if (!state.success) return { ok: false, why: 'unreadable' };
      const clockOffset = message.now - pageNow;
      return changed({ ...mirror, state: state.data, revision: message.revision, clockOffset });
    }
    case 'patch': {
      if (!mirror.state || message.revision !== mirror.revision + 1) return { ok: false, why: 'gap' };
      try {
        const state = applyPatches(mirror.state, message.patches as Patch[]);
        return changed({ ...mirror, state, revision: message.revision });
      } catch {
        // immer throws on a path that is not there: the trees have parted, which is a gap by another name
        return { ok: false, why: 'gap' };
      }
    }
    case 'graphics': {
      const graphics = message.graphics.map((one): Graphic => ({ ...one, id: GraphicId.parse(one.id) }));
      const { problems } = message;
      return changed({ ...mirror, graphics: new Map(graphics.map((one) => [one.id, one])), problems });
    }
    case 'outputs':
      return changed({ ...mirror, outputs: message.outputs });
    case 'shell':
      return changed({ ...mirror, shell: message.shell });
    case 'feeds':
      return changed({ ...mirror, feeds: message.feeds });
    case 'refusal':
      return changed({ ...mirror, refusal: message.refusal });
    case 'presence':
      return changed({ ...mirror, seat: message.you, view: message.view, seats: message.seats });
    case 'night':
      return changed({ ...mirror, night: message.night });
    case 'storage':
      return changed({ ...mirror, storage: message.storage });
    case 'history':
      return changed({ ...mirror, undo: message.undo, redo: message.redo });
    case 'result':
    case 'bye':
      return changed(mirror);
    default:
      message satisfies never;
      return changed(mirror);
  }
}
