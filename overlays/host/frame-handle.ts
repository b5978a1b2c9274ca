/** Makes the iframe of one graphic and the line to it. */
import { FrameCalls } from './frame-calls.ts';
import type { PortMessage } from './frame-protocol.ts';
import type { FrameListener, GraphicFrame } from './graphic-frame.ts';

const PORT_MESSAGE: PortMessage = 'tallydesk:port';

export interface FrameAddress {
  url: string;
  /** Who may get the port: the frame's origin, or '*' where it has none. */
  target: string;
  /** What the frame may do. Never: other windows, dialogs, downloads, leading the stage away. */
  sandbox: string;
}

/**
 * @param host name under `localhost` for full isolation; null for a frame without any origin
 * @param graphic what the frame is for: its page may do what a person has let that version do, and nothing more
 */
export function frameAddress(
  page: Location,
  host: string | null,
  graphic?: { id: string; hash: string },
): FrameAddress {
  const path = graphic
    ? `/frame?${new URLSearchParams({ graphic: `${graphic.id}/${graphic.hash}` }).toString()}`
    : '/frame';
  if (host === null) return { url: `${page.origin}${path}`, target: '*', sandbox: 'allow-scripts' };
  const origin = `${page.protocol}//${host}${page.port ? `:${page.port}` : ''}`;
  return { url: `${origin}${path}`, target: origin, sandbox: 'allow-scripts allow-same-origin' };
}

/** Grows with every raise, so that the last graphic to play is in front of its layer. */
let front = 0;

function makeElement(url: string, sandbox: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', sandbox);
  frame.setAttribute('allow', '');
  frame.setAttribute('aria-hidden', 'true');
  frame.referrerPolicy = 'no-referrer';
  frame.title = '';
  frame.tabIndex = -1;
  // a graphic that focuses something must not take the keyboard from the desk around a monitor
  frame.inert = true;
  frame.src = url;
  return frame;
}

/** How often a frame is looked at, and how long one in doubt may take to say that it lives. Milliseconds. */
const LOOK_MS = 50;
const DOUBT_MS = 300;

/**
 * Chromium draws a grey page with a broken face, opaque and full size, where a frame's process has ended, and tells
 * nobody. But the frames inside go with it: the frame's page has one (frame/main.ts), and their number can be asked.
 * @returns ends the looking
 */
function watchProcess(element: HTMLIFrameElement, calls: FrameCalls, onEnded: () => void): () => void {
  let had = false;
  const look = async (): Promise<void> => {
    const has = (element.contentWindow?.length ?? 0) > 0;
    if (has === had) return;
    had = has;
    if (has) return;
    element.style.visibility = 'hidden';
    // a graphic may have emptied its page, and be well
    const { timedOut } = await calls.send({ call: 'ping' }, DOUBT_MS);
    if (timedOut) onEnded();
    else element.style.visibility = '';
  };
  const timer = setInterval(() => void look(), LOOK_MS);
  return () => clearInterval(timer);
}

/** Puts a frame into the layer. Calls may be sent right away: they wait in the port until its page is there. */
export function openFrame(layer: HTMLElement, address: FrameAddress, listener: FrameListener): GraphicFrame {
  const { port1, port2 } = new MessageChannel();
  const calls = new FrameCalls((message) => port1.postMessage(message), listener);
  port1.onmessage = ({ data }: MessageEvent<unknown>) => calls.receive(data);

  const element = makeElement(address.url, address.sandbox);
  let connected = false;
  element.addEventListener('load', () => {
    if (connected) {
      listener.onLost('went to another page');
      return;
    }
    connected = true;
    element.contentWindow?.postMessage(PORT_MESSAGE, address.target, [port2]);
  });
  layer.append(element);
  const stopWatching = watchProcess(element, calls, () => listener.onLost('crashed: its process has ended'));

  return {
    send: (request, limitMs) => calls.send(request, limitMs),
    raise() {
      front += 1;
      element.style.zIndex = String(front);
    },
    remove() {
      stopWatching();
      port1.postMessage({ call: 'dispose', id: 0 });
      calls.close();
      port1.close();
      element.remove();
    },
  };
}
