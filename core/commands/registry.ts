/** Every command there is. The REST description, the desk's types and the tests are all made from this list. */
import type { z } from 'zod';
import { airClear, airDiscard, airPanic, airRestore, modeSet } from './air.ts';
import type { CommandDef } from './command.ts';
import { cueDeleteMany, cueDuplicate, cueEditMany, cueMoveMany, cueRenumber } from './cues-many.ts';
import { cuePaste } from './cue-paste.ts';
import { cueCreate, cueDelete, cueEdit, cueMove } from './cues.ts';
import { factImport } from './fact-import.ts';
import { factSupersede, factWithdraw } from './fact-withdrawals.ts';
import { factApprove, factApproveMany, factCreate, factEdit, factLock } from './facts.ts';
import { feedCreate, feedDelete, feedDeliver, feedEdit } from './feeds.ts';
import { graphicsChanged, layerAction, layerUpgrade } from './graphics.ts';
import { layerContinue, layerOut, layerUpdate } from './layers.ts';
import {
  outputCreate,
  outputDelete,
  outputEdit,
  outputFreeze,
  outputGuides,
  outputPicture,
  outputRestart,
} from './outputs.ts';
import { mediaAdd, mediaRemove } from './media.ts';
import { nightDeliver, nightOpen } from './night.ts';
import { rehearsalDiscard, rehearsalKeep } from './rehearsal.ts';
import { cueArm, cueRecall, cueTake } from './playout.ts';
import { airCallOff } from './due.ts';
import { airRecallLastOut, airRetake, airSwap } from './retake.ts';
import { keysAssign, keysReset, keysSet } from './keys.ts';
import { proposalAccept, proposalReject } from './proposals.ts';
import { rightGive, rightLapse, rightRelease, rightTake } from './right.ts';
import { showEdit, showRedo, showStepTo, showUndo } from './show.ts';
import { showReplace } from './show-replace.ts';
import { themeSet } from './theme.ts';
import { airTick, stageClaims, stageReport } from './stage.ts';

export const COMMANDS = {
  'cue.create': cueCreate,
  'cue.edit': cueEdit,
  'cue.delete': cueDelete,
  'cue.move': cueMove,
  'cue.editMany': cueEditMany,
  'cue.deleteMany': cueDeleteMany,
  'cue.moveMany': cueMoveMany,
  'cue.duplicate': cueDuplicate,
  'cue.paste': cuePaste,
  'cue.renumber': cueRenumber,
  'cue.recall': cueRecall,
  'cue.arm': cueArm,
  'cue.take': cueTake,
  'layer.continue': layerContinue,
  'layer.update': layerUpdate,
  'layer.out': layerOut,
  'layer.upgrade': layerUpgrade,
  'layer.action': layerAction,
  'air.swap': airSwap,
  'air.retake': airRetake,
  'air.recallLastOut': airRecallLastOut,
  'air.calloff': airCallOff,
  'air.clear': airClear,
  'air.panic': airPanic,
  'air.restore': airRestore,
  'air.discard': airDiscard,
  'mode.set': modeSet,
  'rehearsal.keep': rehearsalKeep,
  'rehearsal.discard': rehearsalDiscard,
  'fact.create': factCreate,
  'fact.edit': factEdit,
  'fact.approve': factApprove,
  'fact.approveMany': factApproveMany,
  'fact.withdraw': factWithdraw,
  'fact.supersede': factSupersede,
  'fact.lock': factLock,
  'fact.import': factImport,
  'feed.create': feedCreate,
  'feed.edit': feedEdit,
  'feed.delete': feedDelete,
  'feed.deliver': feedDeliver,
  'night.open': nightOpen,
  'night.deliver': nightDeliver,
  'proposal.accept': proposalAccept,
  'proposal.reject': proposalReject,
  'output.create': outputCreate,
  'output.edit': outputEdit,
  'output.delete': outputDelete,
  'output.picture': outputPicture,
  'output.guides': outputGuides,
  'output.freeze': outputFreeze,
  'output.restart': outputRestart,
  'theme.set': themeSet,
  'media.add': mediaAdd,
  'media.remove': mediaRemove,
  'keys.set': keysSet,
  'keys.assign': keysAssign,
  'keys.reset': keysReset,
  'show.edit': showEdit,
  'show.replace': showReplace,
  'show.undo': showUndo,
  'show.redo': showRedo,
  'show.stepTo': showStepTo,
  'right.take': rightTake,
  'right.give': rightGive,
  'right.release': rightRelease,
  'right.lapse': rightLapse,
  'stage.report': stageReport,
  'stage.claims': stageClaims,
  'air.tick': airTick,
  'graphics.changed': graphicsChanged,
} as const;

export type CommandType = keyof typeof COMMANDS;

/** A command as one sends it: defaults may be left out. */
export type CommandInput = {
  [T in CommandType]: { type: T } & Named<z.input<(typeof COMMANDS)[T]['schema']>>;
}[CommandType];

/** Without the `Record<string, never>` that zod makes of an empty object: it would forbid `type` itself. */
type Named<I> = { [K in keyof I as string extends K ? never : K]: I[K] };

export const commandDef = (type: string): CommandDef | undefined =>
  Object.hasOwn(COMMANDS, type) ? (COMMANDS[type as CommandType] as unknown as CommandDef) : undefined;

export const commandDefs = (): CommandDef[] => Object.values(COMMANDS) as unknown as CommandDef[];
