/**
 * The take gate: every reason why a cue may not go on program now. Nothing reaches air unless its data fits the
 * graphic and its facts are approved, cleared for air as worded, past their embargo and not withdrawn.
 */
import { resolveCue } from './bindings.ts';
import { houseProblem } from './election/house.ts';
import { checkData } from './graphic-data.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import type { Mode } from './layers.ts';
import type { Problem } from './refusal.ts';
import type { Cue } from './schema/cue.ts';
import type { Fact } from './schema/fact.ts';
import type { Graphic } from './schema/manifest.ts';
import type { Show } from './schema/show.ts';

export type Graphics = ReadonlyMap<string, Graphic>;

export interface Gated {
  graphic: Graphic | null;
  /** Complete and valid data; null when it could not be drawn at all. */
  data: JsonObject | null;
  facts: Fact[];
  problems: Problem[];
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text);

const named = (fact: Fact): string => `“${shorten(fact.statement)}”`;

function approvalProblem(fact: Fact): Problem | null {
  switch (fact.approval) {
    case 'approved':
      return null;
    case 'draft':
      return { code: 'fact_draft', detail: `the fact ${named(fact)} is not approved yet` };
    case 'superseded':
      return { code: 'fact_superseded', detail: `the fact ${named(fact)} has been superseded` };
    case 'withdrawn':
      return { code: 'fact_withdrawn', detail: `the fact ${named(fact)} has been withdrawn` };
    default:
      fact.approval satisfies never;
      return null;
  }
}

function textsOf(value: Json): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return isObject(value) ? Object.values(value).flatMap(textsOf) : [];
}

function adviceProblem(fact: Fact, data: JsonObject): Problem | null {
  const { advice, label } = fact.onAir;
  switch (advice) {
    case 'ok':
      return null;
    case 'do_not_air_as_worded':
      return { code: 'fact_do_not_air', detail: `the fact ${named(fact)} is marked “do not air as worded”` };
    case 'context_only':
      return {
        code: 'fact_context_only',
        detail: `the fact ${named(fact)} is for context only, not for air`,
      };
    case 'ok_with_label': {
      const shown = textsOf(data).some((text) => text.toLowerCase().includes((label ?? '').toLowerCase()));
      if (label === null || shown) return null;
      return {
        code: 'label_missing',
        detail: `the fact ${named(fact)} must carry the label “${label}” on screen`,
      };
    }
    case 'ok_as_quote_only': {
      // quotation marks are drawn only by graphics whose data has a quote field
      const quoted =
        typeof data['quote'] === 'string' && fact.quote !== null && data['quote'] === fact.quote.text;
      if (quoted) return null;
      return {
        code: 'fact_quote_only',
        detail: `the fact ${named(fact)} may be shown only as a verbatim quotation`,
      };
    }
    default:
      advice satisfies never;
      return null;
  }
}

function factProblems(fact: Fact, data: JsonObject, now: number): Problem[] {
  const embargoed = fact.embargoUntil !== null && Date.parse(fact.embargoUntil) > now;
  const problems = [
    approvalProblem(fact),
    adviceProblem(fact, data),
    embargoed
      ? {
          code: 'fact_embargoed' as const,
          detail: `the fact ${named(fact)} is embargoed until ${fact.embargoUntil ?? ''}`,
        }
      : null,
  ];
  return problems.filter((problem) => problem !== null);
}

/**
 * Resolves a cue and lists what keeps it off air.
 * @param mode the mode whose channel it would go to: rehearsal data passes only in rehearsal
 * @param now epoch milliseconds
 */
export function gate(show: Show, cue: Cue, graphics: Graphics, mode: Mode, now: number): Gated {
  const resolved = resolveCue(show, cue);
  const problems = [...resolved.problems];
  const graphic = graphics.get(cue.graphic) ?? null;
  let data: JsonObject | null = null;
  if (!graphic) {
    problems.push({ code: 'graphic_missing', detail: `the template "${cue.graphic}" is not installed` });
  } else {
    const checked = checkData(graphic, resolved.data);
    if (checked.ok) data = checked.data;
    else problems.push(...checked.problems);
  }
  const house = data && houseProblem(data);
  if (house) problems.push({ code: 'house_wrong', detail: house });
  for (const fact of resolved.facts) problems.push(...factProblems(fact, resolved.data, now));
  if (mode === 'live') {
    if (cue.origin === 'rehearsal') {
      problems.push({ code: 'rehearsal_data', detail: `cue ${cue.number} was made in rehearsal` });
    }
    for (const fact of resolved.facts.filter((f) => f.origin === 'rehearsal')) {
      problems.push({ code: 'rehearsal_data', detail: `the fact ${named(fact)} was made in rehearsal` });
    }
  }
  return { graphic, data, facts: resolved.facts, problems };
}
