/** What the station keeps beside the show itself: pictures of what was shown, versions, and how saving goes. */
import type { AsRunLine } from '../../core/as-run.ts';
import type { StorageState } from '../../core/protocol.ts';
import type { ChannelId } from '../../core/layers.ts';
import type { Browsers } from '../render/chromium.ts';
import { versionKeeper } from '../shows/version-commits.ts';
import type { Versions } from '../shows/versions.ts';
import type { AsRunLog } from '../store/as-run-log.ts';
import type { FactLog } from '../store/fact-log.ts';
import type { Journal } from '../store/journal.ts';
import type { Snapshots } from '../store/snapshots.ts';
import { StorageWatch } from '../store/storage-watch.ts';
import type { Store } from '../store/store.ts';
import type { Log } from '../world.ts';
import { Pictures, type StageCamera } from './pictures.ts';
import { browserStageCamera } from './stage-camera.ts';

export interface RecordsDeps {
  store: Store;
  journal: Journal;
  snapshots: Snapshots;
  asRun: AsRunLog;
  factLog: FactLog;
  versions: Versions;
  /** Where pictures are kept; null takes none. */
  pictures: string | null;
  browsers: Pick<Browsers, 'page'>;
  /** A channel's stage, with the key. */
  stage: (channel: ChannelId) => string;
  tell: (storage: StorageState) => void;
  now: () => number;
  log: Log;
}

export interface Records {
  /** New lines of the as-run log. */
  shown(lines: readonly AsRunLine[]): void;
  /** A change came to be on disk. */
  saved(): void;
  /** The picture of a showing, as a file; null where there is none. */
  pictureOf(instance: string): string | null;
  /** Asked before the hidden browser. */
  setStageCamera(camera: StageCamera): void;
  close(): Promise<void>;
}

export async function keepRecords(deps: RecordsDeps): Promise<Records> {
  const { store, journal, snapshots, asRun, factLog, versions, browsers, stage, tell, now, log } = deps;
  let windowCamera: StageCamera = () => Promise.resolve(null);
  const hiddenCamera = browserStageCamera(browsers, stage);
  const pictures =
    deps.pictures === null
      ? null
      : await Pictures.open({
          folder: deps.pictures,
          camera: async (channel) => (await windowCamera(channel)) ?? (await hiddenCamera(channel)),
          isOn: (instance) => asRun.book.entry(instance)?.outAt === null,
          now,
          log,
        });
  const storage = new StorageWatch(
    [
      { what: 'changes', problem: () => journal.problem },
      { what: 'the as-run log', problem: () => asRun.problem },
      { what: 'the facts’ history', problem: () => factLog.problem },
      { what: 'the show’s snapshot', problem: () => snapshots.problem },
      { what: 'a version of the show', problem: () => versions.problem },
      { what: 'pictures of what is shown', problem: () => pictures?.problem ?? null },
    ],
    tell,
  );
  store.onCommit(versionKeeper(versions));
  void versions.keep(store.state.held ?? store.state.show, 'start', 'station');
  return {
    shown: (lines) => pictures?.hear(lines),
    saved: () => storage.saved(now()),
    pictureOf: (instance) => pictures?.pathOf(instance) ?? null,
    setStageCamera: (camera) => (windowCamera = camera),
    async close() {
      storage.stop();
      await pictures?.close();
      await versions.close();
    },
  };
}
