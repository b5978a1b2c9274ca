/** The proposals as rows: odd ones first, then by what they are about; and what of them is on air. Pure. */
import { LAYERS } from '../../core/layers.ts';
import { layerOf, targetOf } from '../../core/playout.ts';
import type { Proposal } from '../../core/schema/feed.ts';
import type { State } from '../../core/state.ts';
import { getRow } from '../../core/table.ts';

export type ProposalGroup = 'odd' | 'count' | 'house' | 'party' | 'electorate' | 'fact';

const ORDER: readonly ProposalGroup[] = ['odd', 'count', 'house', 'party', 'electorate', 'fact'];

export type ProposalRow =
  | { kind: 'heading'; id: string; group: ProposalGroup; count: number }
  | { kind: 'proposal'; id: string; proposal: Proposal };

export function groupOf({ key, odd }: Pick<Proposal, 'key' | 'odd'>): ProposalGroup {
  if (odd.length > 0) return 'odd';
  if (key === 'count' || key === 'house') return key;
  if (key.startsWith('party/')) return 'party';
  return key.startsWith('electorate/') ? 'electorate' : 'fact';
}

/** In groups with a heading each; within a group by the key, so that nothing moves while others come and go. */
export function proposalRows(proposals: readonly Proposal[]): ProposalRow[] {
  const groups = new Map<ProposalGroup, Proposal[]>(ORDER.map((group) => [group, []]));
  for (const one of proposals) groups.get(groupOf(one))?.push(one);
  return ORDER.flatMap((group): ProposalRow[] => {
    const members = groups.get(group) ?? [];
    if (members.length === 0) return [];
    members.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.id < b.id ? -1 : 1));
    return [
      { kind: 'heading', id: `heading-${group}`, group, count: members.length },
      ...members.map((proposal) => ({ kind: 'proposal' as const, id: proposal.id, proposal })),
    ];
  });
}

/** Those that a person need not look at one by one. */
export const plainOnes = (proposals: readonly Proposal[]): Proposal[] =>
  proposals.filter(({ odd }) => odd.length === 0);

/** Facts on the air of this mode, and whether what shows them follows them. */
export function factsOnAir({ show, air }: Pick<State, 'show' | 'air'>): Map<string, 'follows' | 'stays'> {
  const found = new Map<string, 'follows' | 'stays'>();
  for (const layer of LAYERS) {
    const { current } = layerOf(air, targetOf(air.mode), layer);
    if (!current) continue;
    const follows = getRow(show.cues, current.cue.id)?.follow === true;
    for (const { id } of current.facts) {
      // of two graphics the one that will not move by itself is what has to be known
      if (found.get(id) !== 'stays') found.set(id, follows ? 'follows' : 'stays');
    }
  }
  return found;
}

/** How many wait, by feed. */
export function waitingBy(proposals: readonly Proposal[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { feed } of proposals) counts.set(feed, (counts.get(feed) ?? 0) + 1);
  return counts;
}
