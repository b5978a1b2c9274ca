/** Whether the screen is a small one: the same border as in the style sheets. */
import { useSyncExternalStore } from 'react';

const query = () => matchMedia('(width < 1600px)');

const subscribe = (listener: () => void) => {
  const media = query();
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
};

export const useIsCompact = (): boolean => useSyncExternalStore(subscribe, () => query().matches);
