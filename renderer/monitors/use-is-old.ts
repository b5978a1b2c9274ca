/** Whether a monitor's picture may be old: the desk may be connected while the page in the frame is not, or not yet. */
import { useEffect, useState, type RefObject } from 'react';
import { useStation } from '../client/desk.ts';

/** Milliseconds. */
const LOOK_EVERY = 500;

/** @param frame holds a stage page of the same station, which says on its root element how its line is */
export function useIsOld(frame: RefObject<HTMLIFrameElement | null>): boolean {
  const line = useStation((station) => station.line);
  const [isLive, setIsLive] = useState(true);
  useEffect(() => {
    const timer = setInterval(() => {
      const page = frame.current?.contentDocument?.documentElement;
      setIsLive(page?.dataset['connection'] === 'live');
    }, LOOK_EVERY);
    return () => clearInterval(timer);
  }, [frame]);
  return line === 'closed' || !isLive;
}
