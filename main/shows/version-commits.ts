/** Which commits replace so much at once that the show as it was before them is kept as a version. */
import { z } from 'zod';
import type { Commit } from '../store/store.ts';
import type { Versions } from './versions.ts';

const Grouped = z.looseObject({ group: z.string() });

const groupOf = (command: { type: string }): string | null => Grouped.safeParse(command).data?.group ?? null;

/** Hears of each commit. An import comes in many, and is one. */
export function versionKeeper(versions: Pick<Versions, 'keep'>): (commit: Commit) => void {
  let lastImport: unknown;
  return ({ before, after, command, by }) => {
    const live = before.held ?? before.show;
    if (before.air.mode === 'live' && after.air.mode === 'rehearsal')
      void versions.keep(live, 'rehearsal', by);
    else if (command.type === 'show.replace') void versions.keep(live, 'restore', by);
    else if (command.type === 'fact.import') {
      const group = groupOf(command) ?? command;
      if (group !== lastImport) void versions.keep(live, 'import', by);
      lastImport = group;
    }
  };
}
