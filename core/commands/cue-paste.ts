/**
 * Cues from a clip, at home in this show: with ids and numbers of their own, their company among themselves, and bound
 * to facts of this show. A fact that this show has with the same words is used as it is; any other comes along as a new
 * draft, so that nothing is cleared for air by being pasted. A cue whose template is not here is kept: the gate names it.
 */
import { z } from 'zod';
import { factsOf } from '../bindings.ts';
import { Clip, type ClipCue } from '../clip.ts';
import { companyProblem } from '../companions.ts';
import { hasRoom, numberGiver } from '../cue-numbers.ts';
import { contentOf } from '../facts/log.ts';
import { nextRevision } from '../facts/revisions.ts';
import { CueId, FactId } from '../ids.ts';
import { sameJson } from '../json.ts';
import { manyLabel, shortened } from '../labels.ts';
import { plainShow } from '../playout.ts';
import { refuse } from '../refusal.ts';
import { idsLike, isRehearsed, isRehearsedId } from '../rehearsal/origin.ts';
import { CueContent, MAX_CUE_NUMBER, type Bindings, type Companion, type Cue } from '../schema/cue.ts';
import type { Fact } from '../schema/fact.ts';
import type { Show } from '../schema/show.ts';
import type { State } from '../state.ts';
import { allRows, getRow, putRow } from '../table.ts';
import { index } from './cues.ts';
import { defineCommand, type Context } from './command.ts';

const sameWords = (a: Fact, b: Fact): boolean => sameJson(contentOf(a), contentOf(b));

/**
 * The fact of this show that a fact of the clip is. In the show that it was copied from, an id is enough: its words may
 * have moved on since, and the cue with them.
 */
function factHere(show: Show, fact: Fact, from: Clip['from']): Fact | null {
  const here = getRow(show.facts, fact.id);
  return here && (from.show === show.id || sameWords(here, fact)) ? here : null;
}

function bringFact(draft: State, fact: Fact, context: Context): FactId {
  const { show, air } = draft;
  // the name of a live fact is not for what a rehearsal has made of it
  const isItsOwn = !isRehearsed(fact) || isRehearsedId(fact.id);
  const isFree = isItsOwn && getRow(plainShow(draft).facts, fact.id) === undefined;
  const id = isFree ? fact.id : FactId.parse(idsLike(fact, context.newId)('fact'));
  show.factSeq += 1;
  putRow(show.facts, id, {
    ...contentOf(fact),
    id,
    seq: show.factSeq,
    revision: nextRevision(plainShow(draft), id),
    approval: 'draft',
    author: context.actor,
    approvedBy: null,
    changedAt: context.now,
    supersededBy: null,
    withdrawnReason: null,
    lockedBy: null,
    via: null,
    origin: isRehearsed(fact) ? 'rehearsal' : air.mode,
  });
  return id;
}

const rebound = (bindings: Bindings, facts: ReadonlyMap<FactId, FactId>): Bindings =>
  Object.fromEntries(
    Object.entries(bindings).map(([field, binding]) => [
      field,
      'fact' in binding ? { ...binding, fact: facts.get(binding.fact) ?? binding.fact } : binding,
    ]),
  );

interface Company {
  kept: Companion[];
  dropped: number;
}

/** Those of the same clip by their new names; others only where the clip comes from this very show. */
function companyHere(
  cue: ClipCue,
  names: ReadonlyMap<CueId, CueId>,
  isHome: boolean,
  cueOf: (id: CueId) => Cue | undefined,
): Company {
  const kept = cue.with.flatMap((one): Companion[] => {
    const name = names.get(one.cue);
    if (name) return [{ ...one, cue: name }];
    return isHome && cueOf(one.cue) ? [one] : [];
  });
  return { kept, dropped: cue.with.length - kept.length };
}

/** One company after the other, so that what would not fit this show any more is left behind and not pasted. */
function join(cue: Cue, { kept, dropped }: Company, cueOf: (id: CueId) => Cue | undefined): Company {
  const problem = companyProblem({ ...cue, with: kept }, cueOf);
  return problem ? { kept: [], dropped: dropped + kept.length } : { kept, dropped };
}

export const cuePaste = defineCommand({
  type: 'cue.paste',
  title: 'Paste cues',
  schema: z.object({
    clip: Clip,
    /** Absent: at the end. */
    index: index.optional(),
    /** The segment that all of them join; absent: each keeps its own. */
    segment: CueContent.shape.segment.unwrap().optional(),
  }),
  undo: 'record',
  access: 'open',
  check({ show }, { clip }) {
    if (new Set(clip.cues.map(({ id }) => id)).size < clip.cues.length)
      return refuse('clip_wrong', 'Two cues of what was copied have the same id: copy them again.');
    return hasRoom(show.rundown.length, clip.cues.length)
      ? null
      : refuse('number_taken', `Not that many: numbers end at ${MAX_CUE_NUMBER}.`);
  },
  describe: (_state, { clip }) =>
    manyLabel(clip.cues, ({ number, name }) => `${number} ${shortened(name)}`.trimEnd()),
  apply(draft, { clip, index: at, segment }, context) {
    const plain = plainShow(draft);
    const isHome = clip.from.show === plain.id;
    const needed = new Set(clip.cues.flatMap((cue) => factsOf(cue)));
    const facts = new Map<FactId, FactId>();
    let brought = 0;
    for (const fact of clip.facts) {
      if (!needed.has(fact.id) || facts.has(fact.id)) continue;
      const here = factHere(plain, fact, clip.from);
      facts.set(fact.id, here?.id ?? bringFact(draft, fact, context));
      if (!here) brought += 1;
    }
    const names = new Map(clip.cues.map((cue) => [cue.id, CueId.parse(idsLike(cue, context.newId)('cue'))]));
    const numbers = numberGiver(allRows(plain.cues).map(({ number }) => number));
    const made = new Map<CueId, Cue>();
    for (const cue of clip.cues) {
      const id = names.get(cue.id);
      if (!id) throw new Error(`cue ${cue.id} has no new name`);
      made.set(id, {
        ...cue,
        id,
        number: numbers.keep(cue.number),
        bindings: rebound(cue.bindings, facts),
        segment: segment ?? cue.segment,
        origin: isRehearsed(cue) ? 'rehearsal' : draft.air.mode,
        with: [],
      });
    }
    const cueOf = (id: CueId) => made.get(id) ?? getRow(plain.cues, id);
    let dropped = 0;
    for (const cue of clip.cues) {
      const id = names.get(cue.id);
      const copy = id && made.get(id);
      if (!copy || cue.with.length === 0) continue;
      const company = join(copy, companyHere(cue, names, isHome, cueOf), cueOf);
      dropped += company.dropped;
      copy.with = company.kept;
    }
    for (const [id, cue] of made) putRow(draft.show.cues, id, cue);
    const cueIds = [...made.keys()];
    draft.show.rundown = plain.rundown.toSpliced(at ?? plain.rundown.length, 0, ...cueIds);
    const missing = new Set(
      clip.cues.flatMap(({ graphic }) => (context.graphics.has(graphic) ? [] : [graphic])),
    );
    return {
      cueIds,
      /** Facts that came along as drafts. */
      draftFacts: brought,
      renumbered: clip.cues.filter((cue, i) => made.get(cueIds[i] ?? cue.id)?.number !== cue.number).length,
      droppedCompanions: dropped,
      missingGraphics: [...missing],
    };
  },
});
