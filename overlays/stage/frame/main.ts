/** The page inside a layer's frame: takes the port that the stage sends once, and carries out its calls. */
import type { FrameAnswer } from '../../../core/protocol.ts';
import type { FrameEvent, PortMessage, StageCall } from '../../host/frame-protocol.ts';
import { forbidFocus } from './no-focus.ts';
import { GraphicElement } from './graphic-element.ts';
import { rememberRoots } from './shadow-roots.ts';
import type { Status } from './status.ts';
import { installClock } from './tempo.ts';

const PORT_MESSAGE: PortMessage = 'tallydesk:port';

/** The browser's own, taken before a held clock or a graphic can put theirs in its place. */
const requestFrame = window.requestAnimationFrame.bind(window);
const setTimeout = window.setTimeout.bind(window);

/** A page that is not drawn gets no frames: then the answer to an update waits no longer. Milliseconds. */
const FRAME_LIMIT_MS = 100;

/** Before the graphic's module loads: it must never get hold of the browser's own clock. */
const time = new URLSearchParams(location.search).has('study') ? installClock() : null;

/** Calls from which `seek` counts. */
const COUNTED = new Set<StageCall['call']>(['play', 'update', 'stop', 'action']);

const ERROR_LIMIT = 20;

function start(port: MessagePort): void {
  const graphic = new GraphicElement(document.body, time);
  // a graphic that puts its own postMessage in the place of the browser's does not get hold of the port
  const post = port.postMessage.bind(port);
  const say = (message: FrameAnswer | FrameEvent): void => post(message);

  const carryOut = (call: StageCall): Promise<Status> => {
    if (time && COUNTED.has(call.call)) graphic.study.begin();
    switch (call.call) {
      case 'load':
        return graphic.load(new URL(call.main, location.href).href, call.data, call.target);
      case 'play':
        return graphic.play(
          call.delta === undefined ? { goto: call.goto ?? 0 } : { delta: call.delta },
          call.skipAnimation,
        );
      case 'update':
        return graphic.update(call.data, call.skipAnimation);
      case 'stop':
        return graphic.stop(call.skipAnimation);
      case 'action':
        return graphic.action(call.action, call.payload, call.skipAnimation);
      case 'goToTime':
        return graphic.goToTime(call.timestamp);
      case 'schedule':
        return graphic.schedule(call.schedule);
      case 'tempo':
        return done(() => graphic.study.tempo(call.rate));
      case 'seek':
        return graphic.study.seek(call.ms);
      case 'look':
        return Promise.resolve({ statusCode: 200, result: graphic.study.look() });
      case 'dispose':
        return graphic.dispose();
      case 'ping':
        return Promise.resolve({ statusCode: 200 });
      case 'watch':
        return graphic.gone();
      case 'drawn':
        return drawn();
    }
  };

  port.onmessage = ({ data }: MessageEvent<StageCall>) => {
    say({ event: 'received', id: data.id });
    const began = performance.now();
    void carryOut(data).then(async (status) => {
      const ms = performance.now() - began;
      // the next update follows this answer: however late a frame is, there is one update in it at most
      if (data.call === 'update') await nextFrame();
      say({ id: data.id, ...status, ms });
    });
  };
  let errors = 0;
  const complain = (detail: string): void => {
    errors += 1;
    // a graphic that fails on every frame has nothing new to say
    if (errors <= ERROR_LIMIT) say({ event: 'error', detail });
    if (time) graphic.study.note(detail);
  };
  window.addEventListener('error', ({ message }) => complain(message));
  window.addEventListener('unhandledrejection', ({ reason }: PromiseRejectionEvent) =>
    complain(String(reason)),
  );
  document.addEventListener('securitypolicyviolation', ({ blockedURI }) => {
    // no address: a style or a script that was written into the page
    if (/^(https?|wss?):/.test(blockedURI)) say({ event: 'refused', address: blockedURI });
  });
}

const nextFrame = (): Promise<void> =>
  new Promise((resolve) => {
    requestFrame(() => resolve());
    setTimeout(resolve, FRAME_LIMIT_MS);
  });

/** Two frames: in the first all is painted, and when the second begins the first has been handed over. */
const drawn = (): Promise<Status> =>
  new Promise((resolve) => requestFrame(() => requestFrame(() => resolve({ statusCode: 200 }))));

function done(act: () => void): Promise<Status> {
  act();
  return Promise.resolve({ statusCode: 200 });
}

/** An empty frame, apart from the graphic: it goes with the process, and that is how the host's page knows. */
function showLife(): void {
  const life = document.createElement('iframe');
  life.hidden = true;
  document.documentElement.append(life);
}

forbidFocus();
rememberRoots(Element.prototype);
showLife();
window.addEventListener('message', function takePort({ source, data, ports }: MessageEvent<unknown>) {
  const [port] = ports;
  // a graphic that posts to its own window must not pass for the stage
  if (window.parent === window || source !== window.parent || data !== PORT_MESSAGE || !port) return;
  window.removeEventListener('message', takePort);
  start(port);
});
