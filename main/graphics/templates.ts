/**
 * The station's templates: keeps the store and the desks at what is on disk, keeps the files of what is on air, and
 * notes what graphics ask for and may not have.
 */
import { LAYERS } from '../../core/layers.ts';
import type { Air } from '../../core/schema/air.ts';
import type { Item } from '../../core/schema/layer-air.ts';
import type { Store } from '../store/store.ts';
import type { Log } from '../world.ts';
import { keyOf } from './kept.ts';
import type { Library } from './library.ts';
import { watchFolders } from './watch.ts';

type Ref = Pick<Item['graphic'], 'id' | 'hash'>;

/** Every version whose files a stage may ask for: on air, armed, leaving, or waiting to be put back. */
export function shownIn({ channels, interrupted }: Air): Map<string, Ref> {
  const items = [
    ...interrupted.map(({ item }) => item),
    ...[channels.program, channels.rehearsal].flatMap((channel) =>
      LAYERS.flatMap((id) => {
        const { current, armed, leaving } = channel.layers[id];
        return [current, armed, leaving].flatMap((item) => item ?? []);
      }),
    ),
  ];
  return new Map(items.map(({ graphic }) => [keyOf(graphic), graphic]));
}

/** What graphics in this state were refused, as id, hash and address. */
function refusedIn({ channels }: Air): [Ref, string][] {
  return Object.values(channels).flatMap((channel) =>
    LAYERS.flatMap((id) => {
      const { current, armed } = channel.layers[id];
      return [current, armed].flatMap((item) =>
        (item?.asked ?? []).map((address): [Ref, string] => [item?.graphic ?? { id: '', hash: '' }, address]),
      );
    }),
  );
}

export interface TemplatesDeps {
  library: Library;
  store: Store;
  /** Folders whose files a person may be working on. */
  watched: readonly string[];
  /** Tells every desk. */
  tell: () => void;
  log: Log;
}

/** @returns ends the watching */
export async function followTemplates({ library, store, watched, tell, log }: TemplatesDeps) {
  const said = new Set<string>();
  const sayProblems = (): void => {
    for (const problem of library.problems) {
      if (!said.has(problem)) log.error({ problem }, 'a template is not offered');
      said.add(problem);
    }
  };
  sayProblems();
  library.onChange(() => {
    sayProblems();
    store.graphics = library.graphics;
    store.dispatch({ type: 'graphics.changed' }, { by: 'station', internal: true });
    tell();
  });
  const keep = (air: Air): void => {
    for (const ref of shownIn(air).values()) void library.keep(ref);
  };
  keep(store.state.air);
  store.onCommit(({ before, after, command }) => {
    if (before.air.channels !== after.air.channels) keep(after.air);
    if (command.type !== 'stage.report') return;
    for (const [{ id, hash }, address] of refusedIn(after.air)) library.noteAsked(id, hash, address);
  });
  const stop = await watchFolders(watched, (folder) => library.rescan(folder), log);
  return async (): Promise<void> => {
    await stop();
    await library.settled();
  };
}
