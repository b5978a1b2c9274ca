/** How many frames of the gallery live at a time: each takes memory, and loading one takes the processor. Pure. */

export interface Slots {
  /** Resolves when there is room. @returns gives the place back; more often than once does nothing */
  take(): { granted: Promise<void>; release: () => void };
}

/** First come, first served; who gives up while waiting is passed over. */
export function createSlots(most: number): Slots {
  let taken = 0;
  const waiting: (() => void)[] = [];
  return {
    take() {
      let state: 'waiting' | 'granted' | 'released' = 'waiting';
      let grant: () => void = () => undefined;
      const granted = new Promise<void>((resolve) => {
        grant = () => {
          state = 'granted';
          taken += 1;
          resolve();
        };
      });
      if (taken < most) grant();
      else waiting.push(grant);
      return {
        granted,
        release() {
          if (state === 'granted') {
            taken -= 1;
            waiting.shift()?.();
          } else {
            const at = waiting.indexOf(grant);
            if (at >= 0) waiting.splice(at, 1);
          }
          state = 'released';
        },
      };
    },
  };
}
