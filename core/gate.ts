/**
 * The take gate: every reason why a cue may not go on program now. Nothing reaches air unless its data fits the
 * graphic and its facts are approved, cleared for air as worded, past their embargo and not withdrawn.
 */
import { resolveCue } from './bindings.ts';
import { houseProblem } from './election/house.ts';
import { tallyProblems } from './election/tally.ts';
import { isEmbargoed, isStale } from './facts/times.ts';
import { withTheme } from './theme.ts';
import { checkData } from './graphic-data.ts';
import { isObject, type JsonObject } from './json.ts';
import type { Mode } from './layers.ts';
import { missingMedia, textsOf } from './media.ts';
import { RESOLUTION, unmetRequirement } from './requirements.ts';
import type { Problem } from './refusal.ts';
import { isOfRehearsal } from './rehearsal/barrier.ts';
import { isRehearsed } from './rehearsal/origin.ts';
import type { Item } from './schema/layer-air.ts';
import type { Cue } from './schema/cue.ts';
import type { Fact } from './schema/fact.ts';
import type { Graphic } from './schema/manifest.ts';
import type { Show } from './schema/show.ts';
import { getRow } from './table.ts';

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

const same = (text: string): string => text.normalize('NFC').toLowerCase();

/** What a graphic draws of its data: the fields of its model. Others may be there, and no viewer sees them. */
function drawnOf(data: JsonObject, { schema }: Graphic): JsonObject {
  const { properties } = schema;
  if (!isObject(properties)) return data;
  return Object.fromEntries(Object.entries(data).filter(([key]) => Object.hasOwn(properties, key)));
}

/** True where the words of a quotation are drawn within quotation marks, and nothing else of the fact as a claim. */
function isOnlyQuoted({ quote, statement, onAir }: Fact, drawn: JsonObject): boolean {
  // quotation marks are drawn only by graphics whose data has a quote field
  if (quote === null || typeof drawn['quote'] !== 'string') return false;
  if (drawn['quote'].normalize('NFC') !== quote.text.normalize('NFC')) return false;
  // an import words such a fact with who says it: a name and a role are no claim
  const who = [quote.speaker, quote.role ?? ''].map(same);
  const claims = [statement, onAir.headline, onAir.detail]
    .flatMap((text) => (text ? [same(text)] : []))
    .filter((text) => !who.includes(text));
  const others = textsOf(Object.entries(drawn).flatMap(([key, value]) => (key === 'quote' ? [] : [value])));
  return !others.some((text) => claims.includes(same(text)));
}

function adviceProblem(fact: Fact, drawn: JsonObject): Problem | null {
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
      const shown = textsOf(drawn).some((text) => same(text).includes(same(label ?? '')));
      if (label === null || shown) return null;
      return {
        code: 'label_missing',
        detail: `the fact ${named(fact)} must carry the label “${label}” on screen`,
      };
    }
    case 'ok_as_quote_only':
      if (isOnlyQuoted(fact, drawn)) return null;
      return {
        code: 'fact_quote_only',
        detail: `the fact ${named(fact)} may be shown only as a verbatim quotation`,
      };
    default:
      advice satisfies never;
      return null;
  }
}

/** Only where its House is drawn: a strap with the fact's words is none the worse for it. */
function tallyIssues(fact: Fact, { bindings }: Cue): Problem[] {
  const isDrawn = Object.values(bindings).some(
    (binding) => 'fact' in binding && binding.fact === fact.id && /^tally(\.|$)/.test(binding.path),
  );
  if (!fact.tally || !isDrawn) return [];
  return tallyProblems(fact.tally).map((detail) => ({
    code: 'house_wrong',
    detail: `${named(fact)}: ${detail}`,
  }));
}

function factProblems(fact: Fact, drawn: JsonObject, now: number): Problem[] {
  const problems: (Problem | null)[] = [
    approvalProblem(fact),
    adviceProblem(fact, drawn),
    isEmbargoed(fact, now)
      ? {
          code: 'fact_embargoed',
          detail: `the fact ${named(fact)} is embargoed until ${fact.embargoUntil ?? ''}`,
        }
      : null,
    isStale(fact, now)
      ? {
          code: 'fact_stale',
          detail: `the fact ${named(fact)} is stale since ${fact.staleAfter ?? ''}: check it and set a later time`,
        }
      : null,
  ];
  return problems.filter((problem) => problem !== null);
}

/** What the template needs and this station, or its consent, does not give. */
export function requirementProblem(
  { name, renderRequirements, network }: Graphic,
  { settings: { frameRate } }: Show,
): Problem | null {
  const unmet = unmetRequirement(renderRequirements, { ...RESOLUTION, frameRate, internet: network });
  return unmet === null
    ? null
    : {
        code: 'requirements_unmet',
        detail: `the template “${name}” cannot be drawn here: it needs ${unmet}`,
      };
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
    const checked = checkData(graphic, withTheme(graphic.schema, resolved.data, show.theme));
    if (checked.ok) data = checked.data;
    else problems.push(...checked.problems);
    const unmet = requirementProblem(graphic, show);
    if (unmet) problems.push(unmet);
  }
  if (data) problems.push(...missingMedia(show, data));
  const house = data && houseProblem(data);
  if (house) problems.push({ code: 'house_wrong', detail: house });
  for (const fact of resolved.facts) problems.push(...tallyIssues(fact, cue));
  const drawn = graphic ? drawnOf(data ?? resolved.data, graphic) : resolved.data;
  for (const fact of resolved.facts) problems.push(...factProblems(fact, drawn, now));
  if (mode === 'live') {
    if (isRehearsed(cue)) {
      problems.push({ code: 'rehearsal_data', detail: `cue ${cue.number} was made in rehearsal` });
    }
    for (const fact of resolved.facts.filter(isRehearsed)) {
      problems.push({ code: 'rehearsal_data', detail: `the fact ${named(fact)} was made in rehearsal` });
    }
  }
  return { graphic, data, facts: resolved.facts, problems };
}

/**
 * Whether a showing may go back on air as it was. Its frozen data is judged, not what its cue has become since: every
 * fact it was drawn from must still be of that revision and cleared, and its graphic the very same.
 */
export function mayReturn(show: Show, item: Item, graphics: Graphics, mode: Mode, now: number): boolean {
  const graphic = graphics.get(item.graphic.id);
  if (graphic?.hash !== item.graphic.hash || (mode === 'live' && isOfRehearsal(show, item))) return false;
  const drawn = drawnOf(item.data, graphic);
  return item.facts.every(({ id, revision }) => {
    const fact = getRow(show.facts, id);
    return fact?.revision === revision && factProblems(fact, drawn, now).length === 0;
  });
}
