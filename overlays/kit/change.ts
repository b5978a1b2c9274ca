// Changes in place: the next scene takes over from the last without a replayed entrance.
// Elements are matched by their key; what is equal is not touched, what moved glides, what changed rolls or fades.
import { inner, scaleOf } from './dom.ts';
import { arrival, Run } from './motion.ts';
import { ease, time } from './tokens.ts';

const keyed = (scene: Element): Map<string, HTMLElement> =>
  new Map([...scene.querySelectorAll<HTMLElement>('[data-k]')].map((e) => [e.dataset['k'] ?? '', e]));

/** What makes two keyed elements look the same, apart from where they are. */
function look(element: HTMLElement): string {
  const own = element.dataset['look'] ?? `${element.className} ${element.style.cssText}`;
  if (element.dataset['kind'] === 'block') return own;
  const text = inner(element);
  return `${own} ${text.style.cssText} ${text.textContent}`;
}

/** Old words go early in a swap and new ones come late, so that they are hardly read through each other. */
function fade(element: Element, from: number, to: number): Animation {
  return element.animate([{ opacity: from }, { opacity: to }], {
    duration: time.swap * 0.62,
    delay: to > from ? time.swap * 0.38 : 0,
    easing: 'linear',
    fill: 'both',
  });
}

/** A surface of the old colour melts away over the new one. */
function dissolve(element: Element): Animation {
  return element.animate([{ opacity: 1 }, { opacity: 0 }], { duration: time.swap, fill: 'both' });
}

function slide(element: Element, from: string, to: string): Animation {
  return element.animate([{ transform: from }, { transform: to }], {
    duration: time.roll,
    easing: ease.glide,
    fill: 'both',
  });
}

/** A change under way: its animations, and what has to be tidied up once they are over or cut short. */
export interface Change {
  run: Run;
  cleanUp: () => void;
}

/**
 * Starts turning `last` into `next`; both are in the document, `next` hidden.
 * Until the clean-up `last` stays behind as a fading memory of what has no place in `next`.
 */
export function change(last: HTMLElement, next: HTMLElement): Change {
  if (last.dataset['theme'] !== next.dataset['theme']) return crossfade(last, next);
  const scale = scaleOf(next);
  const was = new Map(
    [...keyed(last)].map(([k, e]) => [k, { element: e, rect: e.getBoundingClientRect(), look: look(e) }]),
  );
  const plans = [...keyed(next)].map(([k, element]) => ({
    element,
    old: was.get(k),
    rect: element.getBoundingClientRect(),
  }));
  const animations: Animation[] = [];
  const ghosts: Element[] = [];

  for (const { element, old, rect } of plans) {
    if (!old) {
      animations.push(arrival(element) ?? fade(element, 0, 1));
      continue;
    }
    const isBlock = element.dataset['kind'] === 'block';
    if (old.look !== look(element)) {
      const ghost = isBlock ? old.element : inner(old.element);
      ghost.classList.add('ghost');
      if (!isBlock) ghost.style.left = getComputedStyle(element).paddingLeft;
      delete ghost.dataset['k'];
      element.append(ghost);
      ghosts.push(ghost);
      if (element.dataset['kind'] === 'roll') {
        animations.push(slide(ghost, 'none', 'translateY(-104%)'));
        animations.push(slide(inner(element), 'translateY(104%)', 'none'));
      } else {
        animations.push(isBlock ? dissolve(ghost) : fade(ghost, 1, 0));
        if (!isBlock) animations.push(fade(inner(element), 0, 1));
      }
    }
    const glide = glideFrom(old.rect, rect, scale, isBlock);
    // A tab clips what it holds, so its content would be cut off on the way.
    if (glide && !element.closest('.tab')) {
      const options = { duration: time.glide, easing: ease.in, fill: 'backwards' as const };
      animations.push(element.animate([glide, { transform: 'none' }], options));
    }
  }
  const stays = new Set(plans.map(({ element }) => element.dataset['k'] ?? ''));
  for (const [k, { element }] of was) element.classList.toggle('gone', !stays.has(k));
  last.classList.add('past');
  animations.push(fade(last, 1, 0));
  return {
    run: new Run(animations),
    cleanUp: () => {
      for (const animation of animations) animation.cancel();
      for (const ghost of ghosts) ghost.remove();
      last.remove();
    },
  };
}

/** One look over another: with the theme all surfaces change, and none of them has anything to do with the old one. */
function crossfade(last: HTMLElement, next: HTMLElement): Change {
  next.style.zIndex = '0';
  const animations = [next.animate([{ opacity: 0 }, { opacity: 1 }], { duration: time.glide, fill: 'both' })];
  return {
    run: new Run(animations),
    cleanUp: () => {
      for (const animation of animations) animation.cancel();
      next.style.zIndex = '';
      last.remove();
    },
  };
}

/** Where a moved element has to start so that it seems to come from its old place. */
function glideFrom(from: DOMRect, to: DOMRect, scale: number, stretch: boolean): Keyframe | null {
  const dx = (from.left - to.left) / scale;
  const dy = (from.top - to.top) / scale;
  const sx = stretch && to.width > 0 ? from.width / to.width : 1;
  const sy = stretch && to.height > 0 ? from.height / to.height : 1;
  if (Math.abs(dx) < 0.5 && Math.abs(dy) < 0.5 && Math.abs(sx - 1) < 1e-3 && Math.abs(sy - 1) < 1e-3)
    return null;
  return { transform: `translate(${dx}px,${dy}px) scale(${sx},${sy})` };
}
