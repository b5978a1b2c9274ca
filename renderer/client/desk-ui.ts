/** The state of this desk alone: what is selected, typed and open here. Other desks have their own. */
import type { CueId, FactId, FeedId } from '../../core/ids.ts';
import type { LayerId } from '../../core/layers.ts';
import { EVERYTHING, type FactFilter } from '../../core/facts/filter.ts';
import type { FactOrder } from '../../core/facts/order.ts';
import type { CorrectionRequest } from '../facts/correction/request.ts';
import type { Place } from '../help/topics.ts';
import type { Tour } from '../tour/steps.ts';
import { initialRundownUi, type RundownDialog, type RundownUi } from '../rundown/rundown-ui.ts';
import type { CueView } from './cue-views.ts';
import type { Workspace } from './workspace.ts';

export type ListTab = 'rundown' | 'facts' | 'preflight';
export type OpenDialog =
  | 'keys'
  | 'key-map'
  | 'palette'
  | 'new-cue'
  | 'outputs'
  | 'new-fact'
  | 'override'
  | 'settings'
  | 'shows'
  | 'correction'
  | 'report'
  | 'review'
  | 'feed'
  | 'import'
  | 'desks'
  | 'history'
  | RundownDialog
  | 'looks'
  | null;
/** What is shown of the fact that is selected. */
export type FactTab = 'whole' | 'history' | 'shown';

/** What the dialog that sets a feed up begins with. */
export type FeedSetup = { kind: 'new' | 'simulator' } | { kind: 'edit' | 'copy'; feed: FeedId };

/** What is looked at in the Results workspace. */
export interface ResultsView {
  /** `feed:…` or `stored:…`; null: the first. */
  source: string | null;
  tab: 'why' | 'next' | 'govern' | 'electorates';
  /** Works seats out from rounded shares instead of votes. */
  fromShares: boolean;
  /** Parties that will not govern together, by pairs. */
  refusals: readonly (readonly [string, string])[];
}

export interface Notice {
  at: number;
  /** Null: no refusal, but what the desktop app has done. */
  code: string | null;
  detail: string;
}

export interface DeskUi extends RundownUi {
  workspace: Workspace;
  tab: ListTab;
  cue: CueId | null;
  fact: FactId | null;
  /** What the inspector is about: the last thing that was selected. */
  inspect: 'cue' | 'fact';
  /** Whose form is drawn at once and not in the next quiet moment: somebody is about to type into it. */
  atOnce: CueId | FactId | null;
  /** The layer that Continue, Update and Out act on; null means the last taken. */
  layer: LayerId | null;
  /** The recall number as typed so far. */
  digits: string;
  locked: boolean;
  dialog: OpenDialog;
  /** The output that is being set up; null: the first. */
  output: string | null;
  /** The feed that is looked at; null: the first. */
  feed: FeedId | null;
  feedSetup: FeedSetup;
  /** The proposal under the cursor, by its fact. */
  proposal: string | null;
  results: ResultsView;
  /** Somebody wants to quit on air. Another object for each time that it is asked. */
  quit: { what: string } | null;
  search: string;
  /** The facts workspace, as it was left. Its words are `search`. */
  factChoices: FactFilter['choices'];
  factOrder: FactOrder;
  /** Facts chosen together; with fewer than two of them, commands are about the selected one. */
  chosen: ReadonlySet<FactId>;
  /** Where a choice with Shift begins. */
  anchor: FactId | null;
  factTab: FactTab;
  /** What the correction dialog is about. */
  correction: CorrectionRequest | null;
  /** Every cue that would be refused now; null until the rundown has been checked. */
  refused: readonly CueView[] | null;
  notice: Notice | null;
  /** What happened while the line was broken last; epoch ms. */
  away: { from: number; to: number; words: string } | null;
  /** The two-minute tour, while it runs. */
  tour: Tour | null;
  /** The part of the desk that help was asked about; null while it is closed. */
  help: Place | null;
  /** The next key press is a key to be given to a command: nothing else gets it. */
  assigning: boolean;
}

export const initialUi: DeskUi = {
  ...initialRundownUi,
  workspace: 'playout',
  tab: 'rundown',
  cue: null,
  fact: null,
  inspect: 'cue',
  atOnce: null,
  layer: null,
  digits: '',
  locked: false,
  dialog: null,
  output: null,
  feed: null,
  feedSetup: { kind: 'new' },
  proposal: null,
  results: { source: null, tab: 'why', fromShares: false, refusals: [] },
  quit: null,
  search: '',
  factChoices: EVERYTHING.choices,
  factOrder: { column: 'number', descending: false },
  chosen: new Set(),
  anchor: null,
  factTab: 'whole',
  correction: null,
  refused: null,
  notice: null,
  away: null,
  tour: null,
  help: null,
  assigning: false,
};
