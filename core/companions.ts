/**
 * Cues that are taken along with another one. One level deep: what is taken along takes nothing along itself. Two that
 * come up at the same moment on one layer would push each other off, which no operator can mean. Pure.
 */
import type { CueId } from './ids.ts';
import { sameJson } from './json.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { Companion, Cue, CueContent } from './schema/cue.ts';
import type { Show } from './schema/show.ts';
import { allRows } from './table.ts';

type Lead = Pick<Cue, 'layer' | 'with'> & { id: CueId | null; number: number | null };

const called = ({ number }: Pick<Lead, 'number'>): string =>
  number === null ? 'the new cue' : `cue ${number}`;

const wrong = (detail: string): Refusal => refuse('companion_wrong', detail);

/**
 * What is wrong with the company of one cue; null where nothing is.
 * @param cueOf the cues as they would be
 */
export function companyProblem(lead: Lead, cueOf: (id: CueId) => Cue | undefined): Refusal | null {
  const seen = new Set<CueId>();
  /** Who comes up on a layer, and when: `0 lower-third`. */
  const places = new Map<string, string>([[`0 ${lead.layer}`, called(lead)]]);
  for (const { cue: id, afterMs } of lead.with) {
    if (id === lead.id) return wrong(`A cue cannot take itself along: ${called(lead)}.`);
    const cue = cueOf(id);
    if (!cue) return wrong(`There is no cue "${id}" to take along with ${called(lead)}.`);
    if (seen.has(id)) return wrong(`Cue ${cue.number} is taken along with ${called(lead)} twice.`);
    seen.add(id);
    if (cue.with.length > 0)
      return wrong(`Cue ${cue.number} takes others along itself: it cannot go along with ${called(lead)}.`);
    const place = `${afterMs} ${cue.layer}`;
    const other = places.get(place);
    if (other !== undefined)
      return wrong(
        `Cue ${cue.number} and ${other} would come up on the layer “${cue.layer.replace('-', ' ')}” at the same moment: give one of them a delay or another layer.`,
      );
    places.set(place, `cue ${cue.number}`);
  }
  return null;
}

/** The cues that take something along: few, of however many there are. */
export const leadsOf = ({ cues }: Pick<Show, 'cues'>): Cue[] =>
  allRows(cues).filter((cue) => cue.with.length > 0);

/**
 * What would be wrong with anybody's company once these cues are as given; null where nothing is. Only what the change
 * brings about: a show that came with something wrong can still be edited.
 */
export function companyRefusal(
  show: Pick<Show, 'cues'>,
  changed: ReadonlyMap<CueId, Cue>,
  cueOf: (id: CueId) => Cue | undefined,
): Refusal | null {
  const as = (id: CueId): Cue | undefined => changed.get(id) ?? cueOf(id);
  const known = leadsOf(show);
  const leads = new Map(known.map((cue) => [cue.id, as(cue.id) ?? cue]));
  for (const [id, cue] of changed) leads.set(id, cue);
  for (const lead of leads.values()) {
    const isTouched = changed.has(lead.id) || lead.with.some(({ cue }) => changed.has(cue));
    if (!isTouched || lead.with.length === 0) continue;
    const problem = companyProblem(lead, as);
    const was = cueOf(lead.id);
    const wasSo = was !== undefined && sameJson(was.with, lead.with) && companyProblem(was, cueOf) !== null;
    if (problem && !wasSo) return problem;
  }
  return null;
}

/** The list without those; the very same list where none of them is in it. */
export const withoutCues = (company: readonly Companion[], gone: ReadonlySet<string>): Companion[] =>
  company.some(({ cue }) => gone.has(cue)) ? company.filter(({ cue }) => !gone.has(cue)) : [...company];

/** The layers that a look puts something on, the lead's first, with when. For the desk. */
export const companyPlan = (
  lead: Pick<CueContent, 'layer' | 'with'>,
  cueOf: (id: CueId) => Cue | undefined,
): { cue: Cue; afterMs: number; clash: boolean }[] =>
  lead.with.flatMap(({ cue: id, afterMs }, at) => {
    const cue = cueOf(id);
    if (!cue) return [];
    const others = lead.with.flatMap((one, i) => {
      const other = i === at ? undefined : cueOf(one.cue);
      return other ? [{ layer: other.layer, afterMs: one.afterMs }] : [];
    });
    const clash = [{ layer: lead.layer, afterMs: 0 }, ...others].some(
      (one) => one.layer === cue.layer && one.afterMs === afterMs,
    );
    return [{ cue, afterMs, clash }];
  });
