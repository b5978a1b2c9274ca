/** The strap that owns up to a mistake: offered when a fact that was on air is withdrawn, superseded or corrected. */
import type { Binding, Bindings } from '../schema/cue.ts';
import { CueContent } from '../schema/cue.ts';
import type { Fact } from '../schema/fact.ts';
import type { Show } from '../schema/show.ts';

const KICKER = 'CORRECTION';

/** As long as the strap's detail takes, with some room for what stands around it. Characters. */
const LONGEST_QUOTATION = 180;

function boundTo(fact: Fact, { parties }: Pick<Show, 'parties'>): Bindings {
  const from = (path: string): Binding => ({ fact: fact.id, path, as: 'value' });
  const party = fact.subject['party'];
  return {
    headline: from(fact.onAir.headline ? 'onAir.headline' : 'statement'),
    ...(fact.onAir.detail ? { detail: from('onAir.detail') } : {}),
    ...(fact.source.name ? { source: from('source.name') } : {}),
    ...(typeof party === 'string' && Object.hasOwn(parties.byId, party)
      ? { party: { fact: fact.id, path: 'subject.party', as: 'party' } }
      : {}),
  };
}

/**
 * A cue to be added to the rundown; the operator may word it otherwise first.
 * @param fact what was wrong
 * @param replacement what is right, whose words it then shows; null where there is nothing to show instead
 */
export function correctionStrap(
  show: Pick<Show, 'parties'>,
  fact: Fact,
  replacement: Fact | null,
): CueContent {
  const was = fact.onAir.headline ?? fact.statement;
  const said = was.length > LONGEST_QUOTATION ? `${was.slice(0, LONGEST_QUOTATION).trimEnd()}…` : was;
  // the label of the replacement has to be on screen, and this kicker has taken its place
  const label = replacement?.onAir.advice === 'ok_with_label' && replacement.onAir.label;
  const strap = {
    name: `Correction: ${was}`.slice(0, 200),
    graphic: 'lower-third-headline',
    layer: 'lower-third',
    notes: `Corrects “${fact.statement}”`.slice(0, 2000),
    ...(replacement
      ? {
          data: { kicker: label ? `${KICKER} · ${label}` : KICKER },
          bindings: boundTo(replacement, show),
        }
      : { data: { kicker: KICKER, headline: 'EARLIER REPORT WITHDRAWN', detail: `We showed: “${said}”` } }),
  };
  return CueContent.parse(strap);
}
