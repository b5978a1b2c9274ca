/** From the windows that are there to those that should be: pure. Windows are disposable: one that differs is replaced. */
import type { DisplayInfo } from './displays.ts';
import type { WindowWish } from './desired-windows.ts';

export type WindowStep =
  | { do: 'open'; wish: WindowWish }
  /** The old window stays until the new one has drawn what is on air. */
  | { do: 'replace'; wish: WindowWish }
  | { do: 'close'; output: string };

export const isSameWindow = (a: WindowWish, b: WindowWish): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** Closing comes first, so that no display has two outputs at once. */
export function diffWindows(
  current: readonly WindowWish[],
  desired: readonly WindowWish[],
  displays: readonly DisplayInfo[],
): WindowStep[] {
  const present = new Set(displays.map(({ id }) => id));
  const close: WindowStep[] = [];
  const open: WindowStep[] = [];
  for (const old of current) {
    const wish = desired.find(({ output }) => output === old.output);
    if (wish && isSameWindow(wish, old)) continue;
    const isGone = old.displays.some((id) => !present.has(id));
    const isWanted = desired.some(
      ({ output, displays: wanted }) =>
        output !== old.output && wanted.some((id) => old.displays.includes(id)),
    );
    if (!wish || isGone || isWanted) close.push({ do: 'close', output: old.output });
    if (wish) open.push({ do: isGone || isWanted ? 'open' : 'replace', wish });
  }
  for (const wish of desired) {
    if (!current.some(({ output }) => output === wish.output)) open.push({ do: 'open', wish });
  }
  return [...close, ...open];
}
