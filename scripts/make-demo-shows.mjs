/**
 * Makes the demo shows, assets/demo/nz-2023.json and nz-2008.json, from assets/demo/source:
 * `node scripts/make-demo-shows.mjs`, or with `--check` to fail when the shows are not what the source makes.
 * Every show is parsed with core's schema before it is written.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { format } from 'prettier';
import { runnerImport } from 'vite';
import { rundown as rundown2008 } from '../assets/demo/source/rundown-2008.mjs';
import { rundown as rundown2023 } from '../assets/demo/source/rundown-2023.mjs';

const root = resolve(import.meta.dirname, '..');
const demo = resolve(root, 'assets/demo');

const NIGHTS = [
  {
    id: 'nz-2023',
    year: 2023,
    title: '2023 New Zealand general election night',
    /** When the facts were last changed: half past ten that night, in Auckland. */
    changedAt: '2023-10-14T22:30:00+13:00',
    rundown: rundown2023,
    /** Harmless facts left for a new user to approve. */
    drafts: ['2023-hipkins-proud-six-years', '2023-hipkins-congratulates-elected'],
    /** Parties whose share of election night has a fact. */
    shares: ['national', 'green', 'act', 'nzfirst', 'maori'],
  },
  {
    id: 'nz-2008',
    year: 2008,
    title: '2008 New Zealand general election night',
    changedAt: '2008-11-08T22:30:00+13:00',
    rundown: rundown2008,
    drafts: ['2008-anderton-congratulates-key'],
    shares: ['nzfirst'],
  },
];

/** What the Commission's two counts are called on air and how sure they are. */
const COUNTS = {
  official: {
    source: 'Electoral Commission, official result',
    status: 'certified',
    certainty: 'declared',
    label: 'OFFICIAL RESULT',
    words: 'official result',
  },
  'election-night': {
    source: 'Electoral Commission, election night',
    status: 'unofficial-complete',
    certainty: 'provisional',
    label: 'ELECTION NIGHT',
    words: 'election night',
  },
};

const readJson = async (name) => JSON.parse(await readFile(resolve(demo, 'source', name), 'utf8'));

/** What facts of one count have in common. */
const commonOf = (kind, result) => ({
  status: COUNTS[kind].status,
  certainty: COUNTS[kind].certainty,
  asOf: { basis: 'stated', text: result.asOf },
  source: { name: COUNTS[kind].source, place: result.place },
});

function houseFact(year, kind, result) {
  const { label, words } = COUNTS[kind];
  const rows = result.rows
    .filter(({ electorate, list }) => electorate + list > 0)
    .map(({ party, electorate, list, overhang = 0, side }) => ({
      party,
      seats: electorate + list,
      electorate,
      list,
      overhang,
      side,
    }));
  const overhang = rows.reduce((sum, row) => sum + row.overhang, 0);
  return {
    id: `${year}-house-${kind}`,
    kind: 'seat_tally',
    subtype: 'whole_house',
    statement: `The House by party, ${words} ${year}: ${result.house} seats.`,
    ...commonOf(kind, result),
    tally: { house: result.house, vacant: 0, overhang, rows },
    onAir: { headline: 'THE HOUSE', detail: `${result.house} seats`, label, advice: 'ok_with_label' },
    note: result.note,
  };
}

function shareFact(year, result, id, party) {
  const { votes } = result.rows.find((row) => row.party === id);
  const share = Math.round((votes * 10_000) / result.validVotes) / 100;
  const shown = share.toFixed(1);
  const { label, words } = COUNTS['election-night'];
  return {
    id: `${year}-vote-${id}-election-night`,
    kind: 'party_vote',
    statement: `${party.short} on ${shown}% of the party vote, ${words} ${year}.`,
    subject: { party: id },
    values: [
      { name: 'party_vote_share', value: share, unit: 'percent', derived: true },
      { name: 'party_votes', value: votes, unit: 'votes' },
    ],
    ...commonOf('election-night', result),
    onAir: {
      headline: `${party.short.toLocaleUpperCase('en-NZ')} ${shown}%`,
      detail: 'Party vote, before special votes',
      label,
      advice: 'ok_with_label',
    },
    note: `${votes.toLocaleString('en-NZ')} of ${result.validVotes.toLocaleString('en-NZ')} valid party votes.`,
  };
}

/** Adds to what the source says of a fact how it stands in the show. */
const standing = (night, author) => (content, index) => {
  const draft = night.drafts.includes(content.id);
  return {
    ...content,
    seq: index + 1,
    revision: 1,
    approval: draft ? 'draft' : content.supersededBy ? 'superseded' : 'approved',
    author,
    approvedBy: draft ? null : 'Demo producer',
    changedAt: Date.parse(night.changedAt),
    supersededBy: content.supersededBy ?? null,
  };
};

async function showOf(night, { Show, SHOW_FORMAT, tableFrom }) {
  const [articles, record, results, parties] = await Promise.all([
    readJson(`articles-${night.year}.json`),
    readJson('record.json'),
    readJson('results.json'),
    readJson('parties.json'),
  ]);
  const byId = Object.fromEntries(parties.shows[night.id].map((party) => [party.id, party]));
  const counts = results.shows[night.id];
  const facts = [
    ...articles.facts,
    ...Object.entries(counts).map(([kind, result]) => houseFact(night.year, kind, result)),
    ...night.shares.map((id) => shareFact(night.year, counts['election-night'], id, byId[id])),
    ...record.shows[night.id],
  ].map(standing(night, 'Seed import'));
  return Show.parse({
    format: SHOW_FORMAT,
    id: night.id,
    title: night.title,
    election: night.id,
    settings: { fourEyes: true, frameRate: 50 },
    parties: { byId, order: Object.keys(byId) },
    facts: tableFrom(facts),
    factSeq: facts.length,
    cues: tableFrom(night.rundown),
    rundown: night.rundown.map((cue) => cue.id),
  });
}

const [{ module: schema }, { module: table }] = await Promise.all(
  ['core/schema/show.ts', 'core/table.ts'].map((file) =>
    runnerImport(resolve(root, file), { configFile: false, logLevel: 'error' }),
  ),
);

let stale = 0;
for (const night of NIGHTS) {
  const show = await showOf(night, { ...schema, ...table });
  const text = await format(JSON.stringify(show), { parser: 'json', printWidth: 130 });
  const file = resolve(demo, `${night.id}.json`);
  if (!process.argv.includes('--check')) {
    await writeFile(file, text);
    console.log(`${night.id}: ${show.factSeq} facts, ${show.rundown.length} cues`);
  } else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    console.error(
      `${night.id}.json is not what assets/demo/source makes: run node scripts/make-demo-shows.mjs`,
    );
    stale += 1;
  }
}
process.exitCode = stale > 0 ? 1 : 0;
