/** Fits the 1920×1080 picture into the window: whole, centred, in proportion. */

export const WIDTH = 1920;
export const HEIGHT = 1080;

/** Scale and offset of the picture in a window of this size. Exactly 1 at 1920×1080, so that nothing is blurred. */
export function fit(width: number, height: number): { scale: number; left: number; top: number } {
  const scale = Math.min(width / WIDTH, height / HEIGHT);
  return { scale, left: (width - WIDTH * scale) / 2, top: (height - HEIGHT * scale) / 2 };
}

/** Keeps the root fitted to the window from now on. */
export function keepFitted(root: HTMLElement): void {
  const apply = (): void => {
    const { scale, left, top } = fit(window.innerWidth, window.innerHeight);
    root.style.transform =
      scale === 1 && left === 0 && top === 0 ? 'none' : `translate(${left}px, ${top}px) scale(${scale})`;
  };
  window.addEventListener('resize', apply);
  apply();
}
