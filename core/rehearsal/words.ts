/** Whoever asks for what was only in a rehearsal is told so, instead of that there is no such thing. */
import { isObject } from '../json.ts';
import { refuse, type Refusal, type RefusalCode } from '../refusal.ts';
import type { ReviewItem } from '../schema/rehearsal.ts';
import type { State } from '../state.ts';
import { isRehearsedId } from './origin.ts';

const UNKNOWN: Partial<Record<RefusalCode, ReviewItem['kind']>> = {
  cue_unknown: 'cue',
  fact_unknown: 'fact',
};

/** The cue or fact that a command names: by its id, or a cue by its number. */
function namedIn(payload: unknown, kind: ReviewItem['kind']): unknown[] {
  if (!isObject(payload)) return [];
  return kind === 'cue' ? [payload['cueId'], payload['number']] : [payload['factId']];
}

const nameOf = (item: ReviewItem): string => {
  if (item.kind === 'fact') return `The fact “${(item.after ?? item.before)?.statement ?? item.id}”`;
  const cue = item.after ?? item.before;
  return cue ? `Cue ${cue.number} “${cue.name}”` : `The cue "${item.id}"`;
};

/** The refusal of a command, with `rehearsal_data` in the place of “unknown” where that is the reason. */
export function inRehearsalWords(refusal: Refusal, { rehearsal }: State, payload: unknown): Refusal {
  const kind = UNKNOWN[refusal.code];
  if (!kind) return refusal;
  const named = namedIn(payload, kind);
  const items = rehearsal?.phase === 'review' ? rehearsal.items : [];
  const item = items.find(
    (one) =>
      one.kind === kind &&
      one.what === 'made' &&
      (named.includes(one.id) || (one.kind === 'cue' && named.includes(one.after?.number))),
  );
  if (item) {
    return refuse(
      'rehearsal_data',
      `${nameOf(item)} was made in the rehearsal that has ended: it is not in the show, and never goes on program.`,
    );
  }
  const isGone = named.some((one) => typeof one === 'string' && isRehearsedId(one));
  return isGone
    ? refuse('rehearsal_data', `This ${kind} was made in a rehearsal, and is not in this show.`)
    : refusal;
}
