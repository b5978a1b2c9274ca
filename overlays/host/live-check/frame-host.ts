/** The live checks' frames in a page: each on an origin of its own where the page has one, never one that hung. */
import { frameAddress, openFrame } from '../frame-handle.ts';
import { hostName, Lanes, newStageId } from '../origins.ts';
import type { LiveHost } from './live-host.ts';

/**
 * @param parent where frames go: 1920 by 1080, within the window
 * @param isolated false on another machine, where names under `localhost` are not the station
 */
export function frameHost(parent: HTMLElement, isolated = true): LiveHost {
  const stage = newStageId(crypto.getRandomValues(new Uint8Array(6)));
  const lanes = new Lanes();
  return {
    open(listener) {
      const lane = lanes.open();
      const host = isolated ? hostName(stage, 'fullframe', lane) : null;
      const frame = openFrame(parent, frameAddress(location, host), listener);
      return {
        frame,
        close(hung) {
          frame.remove();
          lanes.close(lane, hung);
        },
      };
    },
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  };
}
