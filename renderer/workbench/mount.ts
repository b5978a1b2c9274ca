/**
 * Puts a graphic's frame on the page to be studied: of its own origin, and with a clock that can be slowed and held. It
 * stays invisible until it is shown, so that what is there already never leaves a hole.
 */
import type { JsonObject } from '../../core/json.ts';
import type { RenderTarget } from '../../core/protocol.ts';
import type { Graphic } from '../../core/schema/manifest.ts';
import { frameAddress, openFrame } from '../../overlays/host/frame-handle.ts';
import type { FrameListener, GraphicFrame, Outcome } from '../../overlays/host/graphic-frame.ts';
import { Lanes, moduleAddress, newStageId } from '../../overlays/host/origins.ts';

/** As on air. Milliseconds. */
const LOAD_LIMIT_MS = 9_000;

/** Hosts of one page never share a process with those of another, or with a stage's. */
const PAGE = newStageId(crypto.getRandomValues(new Uint8Array(8)));
const lanes = new Lanes();

/** A graphic in one of its versions. */
export interface Subject {
  graphic: Graphic;
  hash: string;
}

export interface Mounted {
  frame: GraphicFrame;
  /** What `load` answered. */
  loaded: Outcome;
  show(): void;
  remove(): void;
}

export async function mount(
  surface: HTMLElement,
  { graphic, hash }: Subject,
  data: JsonObject,
  target: RenderTarget,
  listener: FrameListener,
): Promise<Mounted> {
  const lane = lanes.open();
  const slot = document.createElement('div');
  // opacity, as frames that are not drawn at all are slowed down by the browser
  slot.style.cssText = 'position: absolute; inset: 0; opacity: 0';
  surface.append(slot);
  const address = frameAddress(location, `${PAGE}-w${lane}.localhost`, { id: graphic.id, hash });
  const url = new URL(address.url);
  url.searchParams.set('study', '1');
  const frame = openFrame(slot, { ...address, url: url.href }, listener);
  const main = moduleAddress({ id: graphic.id, hash, main: graphic.main });
  const loaded = await frame.send({ call: 'load', main, data, layer: 'fullframe', target }, LOAD_LIMIT_MS);
  let gone = false;
  return {
    frame,
    loaded,
    show: () => (slot.style.opacity = '1'),
    remove: () => {
      if (gone) return;
      gone = true;
      frame.remove();
      slot.remove();
      lanes.close(lane, loaded.timedOut);
    },
  };
}
