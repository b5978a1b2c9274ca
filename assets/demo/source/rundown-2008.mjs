/** The rundown of the demo show nz-2008: election night, 8 November 2008, and the official count after it. */
import { logoBug, quoteCard, raceBoard, seatTally, ticker, voteShare } from './boards.mjs';
import { arc, countBug, electorate, flip, headline, quote, segment, share, speaker, strap } from './cues.mjs';
import { planned } from './plan-2008.mjs';

export const rundown = planned([
  ...segment('Opening', [
    countBug(10, 'Count bug 95%', '2008-count-5-left', {
      notes: 'The source says 5% left to count; 95 is worked out from it.',
    }),
    headline(20, 'Key on his way, 5% left', '2008-count-5-left', { party: 'national' }),
    quote(30, 'Quote: cautiously optimistic', '2008-q-key-cautiously-optimistic', {
      party: 'national',
      role: 'National leader',
      label: true,
      notes: 'From earlier, before the concession: EARLIER stays on. Not after cue 260.',
    }),
  ]),
  ...segment('The count', [
    share(40, 'National 45.5%', '2008-national-party-vote-45-5'),
    share(50, 'Labour 33.3%', '2008-labour-party-vote-33-3'),
    headline(60, 'National v Labour', '2008-national-labour-gap', { party: 'national' }),
    share(70, 'Greens 6.5%', '2008-greens-party-vote-6-5'),
    share(80, 'ACT 3.7%', '2008-act-party-vote-3-7'),
    headline(90, 'NZ First below 5%', '2008-nzfirst-below-threshold', {
      party: 'nzfirst',
      notes: 'The source gives no share. The Commission’s figure is cue 100.',
    }),
    share(100, 'NZ First party vote', '2008-vote-nzfirst-election-night'),
    headline(105, 'NZ First sliding (superseded by 90)', '2008-nzfirst-sliding', {
      party: 'nzfirst',
      notes: 'Older copy: its fact has been superseded, so a take is refused. Use 90.',
    }),
  ]),
  ...segment('Key races', [
    flip(110, 'Auckland Central flip', '2008-auckland-central-flip', {
      since: '2008-tizard-since-1996',
      notes: 'No margin: the source lost it. The official one is cue 370, with its own source.',
    }),
    flip(120, 'West Coast flip', '2008-west-coast-flip', {
      named: false,
      notes: 'The source does not name the winner.',
    }),
    electorate(130, 'West Coast in 2005', '2008-west-coast-2005-2154', {
      status: 'historical',
      votes: 'margin_votes',
      people: { name: 'subject.candidate' },
      parties: { name: 'labour' },
      change: 'hold',
      year: 'subject.year',
    }),
    flip(140, 'New Plymouth flip, 314', '2008-new-plymouth-314', {
      votes: 'margin_votes',
      label: 'ELECTION NIGHT',
      notes: '314 is the margin of the night and must say so. The official majority came out at 105.',
    }),
    electorate(150, 'Wellington Central', '2008-wellington-central-labour', {
      status: 'declared',
      parties: { name: 'labour' },
      change: 'hold',
      notes: 'A narrow win; no name and no margin in the source. That it is a hold is public record.',
    }),
    electorate(160, 'Hamilton East, lead', '2008-hamilton-east-7814', {
      status: 'leading',
      votes: 'lead_votes',
      people: { name: 'subject.leader.name', opponent: 'subject.trailing.name' },
      parties: { name: 'national', opponent: 'labour' },
      counted: true,
      notes: 'A lead, not a win. The source names no parties here: they are public record.',
    }),
    electorate(170, 'Hamilton West, lead', '2008-hamilton-west-1546', {
      status: 'leading',
      votes: 'lead_votes',
      people: { name: 'subject.leader.name', opponent: 'subject.trailing.name' },
      parties: { name: 'national', opponent: 'labour' },
      counted: true,
      change: 'gain',
      notes: 'Would be a gain if it holds, and says just that.',
    }),
    electorate(180, 'Hamilton West last time', '2008-hamilton-west-2005-825', {
      status: 'historical',
      votes: 'margin_votes',
      people: { name: 'subject.candidate', opponent: 'subject.runner_up' },
      parties: { name: 'labour', opponent: 'national' },
      year: 'subject.year',
      notes: 'The rematch: goes with 170.',
    }),
    electorate(190, 'Palmerston North, lead', '2008-palmerston-north-1050', {
      status: 'leading',
      votes: 'lead_votes',
      parties: { name: 'labour' },
      notes: 'No names and no share counted in the source.',
    }),
    electorate(200, 'Christchurch Central, lead', '2008-christchurch-central-853', {
      status: 'leading',
      votes: 'lead_votes',
      parties: { name: 'labour' },
      counted: true,
    }),
    headline(210, 'Peters concedes in Tauranga', '2008-peters-concedes-tauranga', { party: 'nzfirst' }),
    headline(215, 'Peters loses Tauranga (do not air: use 210)', '2008-peters-tauranga', {
      kicker: 'TAURANGA',
      party: 'nzfirst',
      notes:
        'Refused on purpose. He lost the seat in 2005; in 2008 he failed to win it back. Its fact is marked “do not air as worded”.',
    }),
  ]),
  ...segment('Māori seats', [
    headline(220, 'Māori Party: fifth seat?', '2008-maori-party-fifth-seat', {
      status: 'possible',
      party: 'maori',
    }),
    headline(230, 'Māori seats: clean sweep?', '2008-maori-party-clean-sweep', {
      status: 'possible',
      party: 'maori',
    }),
    headline(240, 'Two seats too close', '2008-ikaroa-rawhiti-hauraki-dogfight', {
      kicker: 'MĀORI SEATS',
      notes: 'No leader, so no party colour. Its label, “too close”, is the headline.',
    }),
  ]),
  ...segment('Concession', [
    headline(260, 'Clark concedes', '2008-clark-concedes', { party: 'labour' }),
    headline(270, 'National can govern', '2008-national-can-govern', {
      party: 'national',
      notes: 'No seat numbers in the source: the arc (340) has the Commission’s.',
    }),
    headline(280, 'Māori Party not needed', '2008-maori-party-not-needed', { party: 'national' }),
  ]),
  ...segment('Reaction', [
    headline(290, 'Goff: a very difficult fight', '2008-goff-very-difficult', {
      party: 'labour',
      notes: 'From earlier this evening: the kicker says so.',
    }),
    quote(300, 'Quote: Goff on coalition', '2008-q-goff-coalition', {
      party: 'labour',
      role: 'Labour minister',
    }),
    quote(310, 'Quote: Anderton, guerilla fighter', '2008-q-anderton-guerilla', {
      party: 'progressive',
      occasion: false,
      notes: '“guerilla” is the source’s spelling. Leave it.',
    }),
    headline(320, 'Anderton congratulates Key (draft, approve first)', '2008-anderton-congratulates-key', {
      kicker: 'REACTION',
      party: 'progressive',
      notes: 'Refused until a producer approves its fact: find it under Facts, approve it, then take this.',
    }),
  ]),
  ...segment('The House', [
    arc(340, 'Arc: election night', '2008-house-election-night', {
      status: 'partial',
      title: 'The House on election night',
      note: 'Special votes still to be counted',
      blocs: [
        { label: 'Labour, Green, Progressive', parties: ['green', 'labour', 'progressive'] },
        { label: 'National, ACT, United Future', parties: ['unitedfuture', 'national', 'act'] },
      ],
      notes: '62 to govern, not 61: the Māori Party’s overhang makes the House 122. Continue for the blocs.',
    }),
  ]),
  ...segment('Official count', [
    arc(360, 'Arc: official', '2008-house-official', {
      status: 'final',
      title: 'The 49th Parliament',
      note: 'Overhang of two: Māori Party',
      blocs: [
        { label: 'Labour, Green, Progressive', parties: ['green', 'labour', 'progressive'] },
        { label: 'National, ACT, United Future', parties: ['unitedfuture', 'national', 'act'] },
      ],
      notes: 'Weeks later: National one down, the Greens one up. Continue for the blocs.',
    }),
    electorate(370, 'Auckland Central, official majority', '2008-auckland-central-official', {
      status: 'declared',
      votes: 'margin_votes',
      people: { name: 'subject.winner.name', opponent: 'subject.loser.name' },
      parties: { name: 'national', opponent: 'labour' },
      change: 'gain',
      notes: 'The official figure with the Commission as its source. Never as election night’s.',
    }),
  ]),
  ...segment('Names', [
    strap(
      1,
      'Helen Clark',
      'Prime Minister and Labour leader',
      'labour',
      'Numbers 1 to 9 recall a name at any time. Leaves by itself.',
    ),
    speaker(2, 'John Key', '2008-q-key-cautiously-optimistic', 'national', { role: 'National leader' }),
    speaker(3, 'Phil Goff', '2008-q-goff-coalition', 'labour', { role: 'Labour minister' }),
    speaker(4, 'Jim Anderton', '2008-q-anderton-guerilla', 'progressive'),
    strap(5, 'Winston Peters', 'NZ First leader', 'nzfirst'),
    strap(6, 'Rodney Hide', 'ACT leader', 'act'),
    strap(7, 'Tariana Turia', 'Māori Party co-leader', 'maori'),
    strap(8, 'Peter Dunne', 'United Future leader', 'unitedfuture'),
    strap(9, 'Nikki Kaye', 'National, Auckland Central', 'national'),
  ]),
  ...segment('Boards', [
    logoBug(400, 'Logo and time'),
    voteShare(
      410,
      'Party vote so far',
      [
        '2008-national-party-vote-45-5',
        '2008-labour-party-vote-33-3',
        '2008-greens-party-vote-6-5',
        '2008-act-party-vote-3-7',
      ],
      {
        title: 'Party vote so far',
        label: 'ELECTION NIGHT',
        status: 'partial',
        notes: 'The four shares that the source gives; no other party has one in it.',
      },
    ),
    raceBoard(
      420,
      'Board: seats to watch',
      [
        { fact: '2008-auckland-central-won', status: 'declared', party: 'national', name: 'subject.winner.name' },
        { fact: '2008-wellington-central-labour', status: 'declared', party: 'labour', change: 'hold' },
        {
          fact: '2008-hamilton-east-7814',
          status: 'leading',
          party: 'national',
          name: 'subject.leader.name',
          votes: 'lead_votes',
          counted: true,
        },
        {
          fact: '2008-hamilton-west-1546',
          status: 'leading',
          party: 'national',
          name: 'subject.leader.name',
          votes: 'lead_votes',
          counted: true,
          change: 'gain',
        },
        { fact: '2008-palmerston-north-1050', status: 'leading', party: 'labour', votes: 'lead_votes' },
        { fact: '2008-christchurch-central-853', status: 'leading', party: 'labour', votes: 'lead_votes' },
      ],
      {
        title: 'Seats to watch',
        label: 'ELECTION NIGHT',
        notes: 'A lead is framed and hatched, a win is solid. The parties of Hamilton are public record.',
      },
    ),
    seatTally(430, 'Seats: official', '2008-house-official', {
      title: 'The 49th Parliament',
      status: 'final',
      before: '2008-house-election-night',
      since: 'election night',
    }),
    quoteCard(440, 'Card: Anderton, guerilla fighter', '2008-q-anderton-guerilla', { party: 'progressive' }),
    ticker(
      450,
      'Ticker: the night so far',
      [
        { fact: '2008-national-party-vote-45-5', party: 'national' },
        { fact: '2008-labour-party-vote-33-3', party: 'labour' },
        { fact: '2008-nzfirst-below-threshold', party: 'nzfirst' },
        { fact: '2008-clark-concedes', party: 'labour' },
      ],
      { heading: 'RESULTS' },
    ),
  ]),
]);
