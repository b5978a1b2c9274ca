/** What a commit is for the stages of one channel: put into text once, however many they are. */
import type { ChannelId } from '../../core/layers.ts';
import type { FromStation } from '../../core/protocol.ts';
import { stagePatches } from '../../core/stage/view.ts';
import type { Commit } from '../store/store.ts';

export interface StageText {
  text: string;
  /** Only the revision moves. */
  isEmpty: boolean;
}

/** Null where a patch cannot say it: then the stage needs a snapshot. */
export function stageText(channel: ChannelId, { revision, patches }: Commit): StageText | null {
  const mine = stagePatches(patches, channel);
  if (mine === null) return null;
  const message: FromStation = { type: 'patch', revision, patches: mine };
  return { text: JSON.stringify(message), isEmpty: mine.length === 0 };
}
