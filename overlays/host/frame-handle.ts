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

/** Its page or its process is gone; a new page follows within this time, where there is one. Milliseconds. */
const NEW_PAGE_MS = 300;

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

/** Puts a frame into the layer. Calls may be sent right away: they wait in the port until its page is there. */
export function openFrame(layer: HTMLElement, address: FrameAddress, listener: FrameListener): GraphicFrame {
  const { port1, port2 } = new MessageChannel();
  const calls = new FrameCalls((message) => port1.postMessage(message), listener);
  port1.onmessage = ({ data }: MessageEvent<unknown>) => calls.receive(data);

  const element = makeElement(address.url, address.sandbox);
  let connected = false;
  let gone: ReturnType<typeof setTimeout> | undefined;
  port1.addEventListener('close', () => {
    // Chromium draws a broken page there
    element.style.visibility = 'hidden';
    gone = setTimeout(() => listener.onLost('crashed: its process has ended'), NEW_PAGE_MS);
  });
  element.addEventListener('load', () => {
    if (connected) {
      clearTimeout(gone);
      listener.onLost('went to another page');
      return;
    }
    connected = true;
    element.contentWindow?.postMessage(PORT_MESSAGE, address.target, [port2]);
  });
  layer.append(element);

  return {
    send: (request, limitMs) => calls.send(request, limitMs),
    raise() {
      front += 1;
      element.style.zIndex = String(front);
    },
    remove() {
      clearTimeout(gone);
      port1.postMessage({ call: 'dispose', id: 0 });
      calls.close();
      port1.close();
      element.remove();
    },
  };
}
