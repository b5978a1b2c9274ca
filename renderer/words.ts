/** The desk's words for the fixed terms of a show: states, layers, kinds of fact. A part of text.ts. */
import type { LayerId } from '../core/layers.ts';
import type { RefusalCode } from '../core/refusal.ts';
import type { LayerState } from '../core/schema/layer-air.ts';
import type { Advice, Approval, Certainty, FactStatus } from '../core/schema/fact.ts';
import type { FocusKind, KeyAction } from './keys/keys.ts';
import type { Mark } from './rundown/rows.ts';

export const layers: Record<LayerId, string> = {
  background: 'Background',
  fullframe: 'Full frame',
  'lower-third': 'Lower third',
  ticker: 'Ticker',
  bug: 'Bug',
};

export const marks: Record<Mark, string> = {
  on: 'ON AIR',
  coming: 'COMING',
  going: 'GOING',
  fault: 'FAULT',
  pvw: 'PVW',
  armed: 'ARMED',
  changed: 'CHANGED',
};

/** In rehearsal nothing is on air: the same places say so. */
export const rehearsalMarks: Partial<Record<Mark, string>> = { on: 'REHEARSING' };

export const layerStates: Record<LayerState, string> = {
  off: 'Off',
  armed: 'ARMED',
  coming: 'COMING',
  on: 'ON AIR',
  going: 'GOING',
  fault: 'FAULT',
};

export const actions: Record<KeyAction, string> = {
  digit: 'Recall number',
  recall: 'Recall',
  take: 'Take',
  continue: 'Continue',
  update: 'Update',
  out: 'Out',
  updateAll: 'Update all that changed',
  swap: 'Swap',
  retake: 'Retake',
  recallLastOut: 'Last out',
  calloff: 'Call off',
  nextLayer: 'Keys to the layer below',
  previousLayer: 'Keys to the layer above',
  clear: 'Clear',
  panic: 'Panic',
  erase: 'Erase a digit',
  escape: 'Leave',
  selectUp: 'Select the cue above',
  selectDown: 'Select the cue below',
  moveUp: 'Move the cue up',
  moveDown: 'Move the cue down',
  duplicateCues: 'Duplicate the chosen cues',
  cutCues: 'Cut the chosen cues',
  copyCues: 'Copy the chosen cues',
  pasteCues: 'Paste cues',
  deleteCues: 'Delete the chosen cues',
  edit: 'Edit the selected cue',
  undo: 'Undo',
  redo: 'Redo',
  palette: 'Commands and cues',
  search: 'Search facts',
  lock: 'Lock or unlock the rundown',
  help: 'Keys',
  goHelp: 'Help',
  functionKey: 'Function key',
  toPlayout: 'Workspace: playout',
  toFacts: 'Workspace: facts',
  toFeeds: 'Workspace: feeds',
  toResults: 'Workspace: results',
  toTemplates: 'Workspace: templates',
  toAsRun: 'Workspace: as-run',
  approveFact: 'Approve the fact',
  withdrawFact: 'Withdraw the fact',
  supersedeFact: 'Supersede the fact',
  lockFact: 'Lock or unlock the fact',
  newFact: 'New fact',
  putUpFact: 'Put the fact up',
};

export const factWords: Partial<Record<RefusalCode, string>> = {
  fact_draft: 'DRAFT',
  fact_withdrawn: 'WITHDRAWN',
  fact_superseded: 'SUPERSEDED',
  fact_embargoed: 'EMBARGOED',
  fact_stale: 'STALE',
  fact_do_not_air: 'DO NOT AIR',
  fact_context_only: 'CONTEXT',
  fact_quote_only: 'QUOTE ONLY',
  fact_missing: 'NO FACT',
  label_missing: 'NO LABEL',
  rehearsal_data: 'REHEARSAL',
  data_invalid: 'CHECK DATA',
  house_wrong: 'CHECK SEATS',
  party_missing: 'NO PARTY',
  graphic_missing: 'NO TEMPLATE',
  graphic_fault: 'FAULT',
  requirements_unmet: 'NOT HERE',
};

export const approvals: Record<Approval, string> = {
  draft: 'DRAFT',
  approved: 'APPROVED',
  superseded: 'SUPERSEDED',
  withdrawn: 'WITHDRAWN',
};

export const advices: Record<Advice, string> = {
  ok: 'May be aired',
  ok_with_label: 'Only with its label',
  ok_as_quote_only: 'Only as a quotation',
  do_not_air_as_worded: 'Do not air as worded',
  context_only: 'Context only, not for air',
};

/** The same in a word or two, for rows. */
export const adviceWords: Record<Advice, string> = {
  ok: 'OK',
  ok_with_label: 'WITH LABEL',
  ok_as_quote_only: 'QUOTE ONLY',
  do_not_air_as_worded: 'DO NOT AIR',
  context_only: 'CONTEXT',
};

export const certainties: Record<Certainty, string> = {
  stated: 'Stated',
  attributed: 'Attributed',
  hedged: 'Hedged',
  projected: 'Projected',
  provisional: 'Provisional',
  leading: 'Leading',
  called: 'Called',
  declared: 'Declared',
  conceded: 'Conceded',
};

export const statuses: Record<FactStatus, string> = {
  'pre-election': 'Before the election',
  'unofficial-partial': 'Unofficial, partial',
  'unofficial-complete': 'Unofficial, complete',
  recount: 'Recount',
  certified: 'Certified',
  correction: 'Correction',
  partial_count: 'Partial count',
  projected: 'Projected',
  possible: 'Possible',
  leading: 'Leading',
  too_close: 'Too close',
  declared_by_source: 'Declared by the source',
  stated_by_candidate: 'Stated by a candidate',
  conceded: 'Conceded',
  historical: 'Historical',
  trend: 'Trend',
  stated: 'Stated',
};

/** Which keys are live, by where the keyboard is. */
export const keysLive: Record<FocusKind, string> = {
  free: 'All keys live',
  button: 'All keys live · Enter presses the button in focus',
  list: 'Playout keys live · ↑ ↓ move in this list',
  check: 'Playout keys live · Space changes the check box, Num Enter takes',
  tabs: 'Playout keys live · ← → change tabs, Num . continues',
  typing: 'Typing: only F-keys and the numpad reach air · Esc leaves the field',
  dialog: 'Dialog open: only F-keys and the numpad reach air · Esc closes it',
};
