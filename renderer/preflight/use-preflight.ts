/** Every cue that would be refused now. Worked out in slices while the page is idle: a take never waits for it. */
import { useEffect } from 'react';
import { cuesInOrder } from '../../core/rundown.ts';
import type { CueView } from '../client/cue-views.ts';
import { stationNow, useDesk, useStation } from '../client/desk.ts';

/** Embargoes end by the clock. Milliseconds. */
const LOOK_AGAIN_MS = 5000;
/** The longest slice: a key that comes meanwhile waits no longer than half a frame. Milliseconds. */
const SLICE_MS = 8;
const LEAST_MS = 1;

/** Keeps the list up to date, once for the whole desk. */
export function useKeepPreflight(): void {
  const { client, ui, views } = useDesk();
  const show = useStation(({ state }) => state?.show ?? null);
  const mode = useStation(({ state }) => state?.air.mode ?? null);
  const graphics = useStation((station) => station.graphics);
  useEffect(() => {
    if (!show) return;
    let idle = 0;
    const start = () => {
      cancelIdleCallback(idle);
      const cues = cuesInOrder(show);
      const found: CueView[] = [];
      let at = 0;
      const slice = (deadline: IdleDeadline) => {
        const { state } = client.store.get();
        if (!state) return;
        const now = stationNow(client.store.get());
        // on a page that is never idle a slice comes by its time limit and has no time left: it takes some
        const spare = deadline.didTimeout ? SLICE_MS : Math.min(SLICE_MS, deadline.timeRemaining());
        const until = performance.now() + Math.max(LEAST_MS, spare);
        do {
          const cue = cues[at++];
          const view = cue && views(state, graphics, cue, now);
          if (view && view.gated.problems.length > 0) found.push(view);
        } while (at < cues.length && performance.now() < until);
        if (at < cues.length) idle = requestIdleCallback(slice, { timeout: 500 });
        else if (!isSame(ui.get().refused, found)) ui.set({ refused: found });
      };
      idle = requestIdleCallback(slice, { timeout: 500 });
    };
    start();
    const timer = setInterval(start, LOOK_AGAIN_MS);
    return () => {
      cancelIdleCallback(idle);
      clearInterval(timer);
    };
  }, [show, mode, graphics, client, ui, views]);
}

const isSame = (a: readonly CueView[] | null, b: readonly CueView[]): boolean =>
  a !== null && a.length === b.length && a.every((view, i) => view === b[i]);
