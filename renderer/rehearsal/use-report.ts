/** Opens the report when a rehearsal that this desk has seen ends. */
import { useEffect, useRef } from 'react';
import { useDesk, useStation } from '../client/desk.ts';

export function useReportAtEnd(): void {
  const desk = useDesk();
  const mode = useStation(({ state }) => state?.air.mode ?? null);
  const before = useRef(mode);
  useEffect(() => {
    const ended = before.current === 'rehearsal' && mode === 'live';
    before.current = mode;
    // whatever somebody has open here is theirs
    if (ended && desk.ui.get().dialog === null) desk.ui.set({ dialog: 'report' });
  }, [mode, desk]);
}
