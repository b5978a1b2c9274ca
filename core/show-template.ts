/** A new show made of another: its parties, theme, layers, outputs and keys, with or without its facts and cues. Pure. */
import { isRehearsed } from './rehearsal/origin.ts';
import { emptyTable, allRows, tableFrom } from './table.ts';
import type { Binding, Cue } from './schema/cue.ts';
import type { Show } from './schema/show.ts';

export interface FromTemplate {
  id: string;
  title: string;
  keepFacts: boolean;
  keepCues: boolean;
}

/** Without the fields that would come from facts which are not there: they are typed, or bound anew. */
function unbound(cue: Cue): Cue {
  const bindings = Object.entries(cue.bindings).filter(
    (entry): entry is [string, Binding] => !('fact' in entry[1]),
  );
  return { ...cue, bindings: Object.fromEntries(bindings) };
}

/** What was made in rehearsal is left behind whatever is kept, and nothing points at what is not there. */
export function showFromTemplate(show: Show, { id, title, keepFacts, keepCues }: FromTemplate): Show {
  const facts = keepFacts ? allRows(show.facts).filter((row) => !isRehearsed(row)) : [];
  const cues = keepCues ? allRows(show.cues).filter((row) => !isRehearsed(row)) : [];
  const kept = new Set<string>(cues.map((cue) => cue.id));
  const copied = (keepFacts ? cues : cues.map(unbound)).map((cue) => ({
    ...cue,
    with: cue.with.filter((one) => kept.has(one.cue)),
  }));
  const functions = Object.entries(show.keys.functions).filter(
    ([, to]) => !('cue' in to) || kept.has(to.cue),
  );
  return {
    ...show,
    id,
    title,
    facts: tableFrom(facts),
    cues: tableFrom(copied),
    rundown: show.rundown.filter((one) => kept.has(one)),
    // a feed belongs to its night: it would write into the new one
    feeds: keepFacts ? show.feeds : [],
    proposals: emptyTable(),
    keys: { ...show.keys, functions: Object.fromEntries(functions) },
    ...(keepFacts ? {} : { factSeq: 0, spentRevisions: emptyTable() }),
  };
}
