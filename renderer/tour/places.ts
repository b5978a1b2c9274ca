/** Where on the page each step of the tour points. Found by the names that the controls have for everyone. */
import { text } from '../text.ts';
import type { StepId } from './steps.ts';

const named = (name: string) => `[aria-label="${CSS.escape(name)}"]`;

/** A control of the transport, by the name on it. */
const transport = (name: string) => `${named(text.transport.region)} ${named(name)}`;

function selectorOf(step: StepId): string | null {
  switch (step) {
    case 'rehearse':
      return named(text.top.switchTo.live);
    case 'live':
      return named(text.top.switchTo.rehearsal);
    case 'recall':
      return transport(text.transport.recall);
    case 'read':
      return `figure:has(iframe[title="${CSS.escape(text.monitors.previewFrame)}"])`;
    case 'take':
    case 'continue':
    case 'update':
    case 'out':
      return transport(text.actions[step]);
    case 'preflight':
      return '[data-preflight]';
    case 'finish':
      return null;
    default:
      step satisfies never;
      return null;
  }
}

/** Draws a ring round the thing meant, and takes it off again. No place is moved: it is an outline. */
export function ring(step: StepId): () => void {
  const selector = selectorOf(step);
  const place = selector === null ? null : document.querySelector(selector);
  place?.setAttribute('data-ring', '');
  return () => place?.removeAttribute('data-ring');
}
