// What counts as a picture in a frame: a graphic that draws in any way must not be taken for gone.
import { describe, expect, it } from 'vitest';
import { isInked, isPseudoInked, type BoxStyle } from '../../overlays/stage/frame/ink.ts';
import { rememberRoots, rootOf } from '../../overlays/stage/frame/shadow-roots.ts';

const BARE: BoxStyle = {
  backgroundColor: 'rgba(0, 0, 0, 0)',
  backgroundImage: 'none',
  borderTopWidth: '0px',
  borderRightWidth: '0px',
  borderBottomWidth: '0px',
  borderLeftWidth: '0px',
  boxShadow: 'none',
  outlineStyle: 'none',
  outlineWidth: '3px',
};

describe('a box', () => {
  it('without anything leaves no mark', () => {
    expect([isInked(BARE, false), isInked(BARE, true)]).toEqual([false, false]);
  });

  it.each<[string, Partial<BoxStyle>, boolean]>([
    ['a ground', { backgroundColor: 'rgb(0, 0, 0)' }, false],
    ['a ground that can be seen through', { backgroundColor: 'rgba(0, 0, 0, 0.5)' }, false],
    ['a gradient', { backgroundImage: 'linear-gradient(red, blue)' }, false],
    ['a border below', { borderBottomWidth: '2px' }, true],
    ['a border on the left', { borderLeftWidth: '2px' }, true],
    ['a shadow', { boxShadow: 'rgb(0, 0, 0) 0px 0px 4px 40px' }, true],
    ['an outline', { outlineStyle: 'solid' }, true],
  ])('with %s leaves one', (_what, over, evenIfEmpty) => {
    const style = { ...BARE, ...over };
    expect([isInked(style, false), isInked(style, true)]).toEqual([true, evenIfEmpty]);
  });

  it('before or after another leaves one by its words or its ground, while it is there', () => {
    const pseudo = { ...BARE, content: '"LIVE"', display: 'inline', visibility: 'visible', opacity: '1' };
    const ground = { ...pseudo, content: '""', backgroundColor: 'rgb(200, 0, 0)' };
    expect([isPseudoInked(pseudo), isPseudoInked(ground)]).toEqual([true, true]);
    for (const over of [{ content: 'none' }, { display: 'none' }, { visibility: 'hidden' }, { opacity: '0' }])
      expect(isPseudoInked({ ...pseudo, ...over })).toBe(false);
    expect(isPseudoInked({ ...pseudo, content: '""' })).toBe(false);
  });
});

describe('a closed shadow root', () => {
  it('is found again, and is the one that the graphic got', () => {
    class Host {
      shadowRoot = null;
      attachShadow(init: ShadowRootInit): ShadowRoot {
        return { host: this, mode: init.mode } as unknown as ShadowRoot;
      }
    }
    rememberRoots(Host.prototype);
    const host = new Host();
    expect(rootOf(host)).toBeNull();
    const root = host.attachShadow({ mode: 'closed' });
    expect(root).toMatchObject({ host, mode: 'closed' });
    expect(rootOf(host)).toBe(root);
  });
});
