/** What the station's camera calls in this page: it hosts one graphic, as the stage does, and passes calls on to it. */
import { frameAddress, openFrame, type FrameAddress } from '../host/frame-handle.ts';
import type { FrameRequest } from '../host/frame-protocol.ts';
import type { Outcome } from '../host/graphic-frame.ts';
import { hostName, newStageId } from '../host/origins.ts';

/** On `window.tallydeskRender`. The station parses what comes out of it. */
interface RenderPage {
  /** @param limitMs after which an answer is taken for lost */
  send(request: FrameRequest, limitMs: number): Promise<Outcome>;
  /** What went wrong in the graphic outside any call. */
  problems(): string[];
  /** Burns the word DRAFT into the picture. */
  markDraft(): void;
}

declare global {
  interface Window {
    tallydeskRender?: RenderPage;
  }
}

const find = (id: string): Element => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element;
};

/** `?graphic=ID/HASH` says what the frame is for, `&study=1` that it has a clock that can be held. */
function addressOf(host: string): FrameAddress {
  const params = new URLSearchParams(location.search);
  const [id = '', hash = ''] = params.get('graphic')?.split('/') ?? [];
  const address = frameAddress(location, host, { id, hash });
  return params.has('study') ? { ...address, url: `${address.url}&study=1` } : address;
}

export function startRender(): void {
  const place = find('graphic');
  if (!(place instanceof HTMLElement)) throw new Error('the graphic has no place');
  const problems: string[] = [];
  const note = (detail: string): void => void problems.push(detail);
  // an origin of its own, as on air: a graphic that hangs takes only itself along
  const host = hostName(newStageId(crypto.getRandomValues(new Uint8Array(8))), 'fullframe', 1);
  const frame = openFrame(place, addressOf(host), { onProblem: note, onLost: note });
  window.tallydeskRender = {
    send: (request, limitMs) => frame.send(request, limitMs),
    problems: () => problems,
    markDraft: () => find('draft').removeAttribute('hidden'),
  };
}
