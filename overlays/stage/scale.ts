/** Fits the picture into the window: whole, centred, in proportion. */

export const WIDTH = 1920;
export const HEIGHT = 1080;

/**
 * Scale and offset of the picture in a window of this size. Exactly 1 in a window of its own size, so that nothing is
 * blurred.
 * @param pictures how many stand side by side: 2 for fill and key
 */
export function fit(
  width: number,
  height: number,
  pictures = 1,
): { scale: number; left: number; top: number } {
  const whole = WIDTH * pictures;
  const scale = Math.min(width / whole, height / HEIGHT);
  return { scale, left: (width - whole * scale) / 2, top: (height - HEIGHT * scale) / 2 };
}

/**
 * Keeps the root fitted to the window from now on.
 * @returns to be called when there are more or fewer pictures side by side
 */
export function keepFitted(root: HTMLElement): (pictures: number) => void {
  let pictures = 1;
  const apply = (): void => {
    const { scale, left, top } = fit(window.innerWidth, window.innerHeight, pictures);
    root.style.transform =
      scale === 1 && left === 0 && top === 0 ? 'none' : `translate(${left}px, ${top}px) scale(${scale})`;
  };
  window.addEventListener('resize', apply);
  apply();
  return (count) => {
    pictures = count;
    apply();
  };
}
