/** The rundown of the demo show nz-2023: election night, 14 October 2023, and the official count after it. */
import { logoBug, quoteCard, seatTally, ticker } from './boards.mjs';
import { arc, countBug, headline, quote, segment, share, speaker, strap } from './cues.mjs';

export const rundown = [
  ...segment('Opening', [
    countBug(10, 'Count bug 85.1%', '2023-labour-count-85-1', {
      notes: 'Stays in the corner until told. Updates by itself when a newer count is approved.',
    }),
    headline(20, 'Labour HQ, Lower Hutt', '2023-hipkins-leaves-home-10pm', {
      kicker: 'ARRIVAL',
      party: 'labour',
      notes: 'On the arrival pictures.',
    }),
    headline(30, 'Hipkins waited for 60%', '2023-hipkins-waited-60', {
      party: 'labour',
      notes: '“RNZ understands” has to stay on screen: it is the kicker.',
    }),
  ]),
  ...segment('The count', [
    share(40, 'Labour 26.5%', '2023-labour-party-vote-26-5'),
    share(50, 'National party vote', '2023-vote-national-election-night'),
    share(60, 'Green party vote', '2023-vote-green-election-night'),
    share(70, 'ACT party vote', '2023-vote-act-election-night'),
    share(80, 'NZ First party vote', '2023-vote-nzfirst-election-night'),
    share(90, 'Te Pāti Māori party vote', '2023-vote-maori-election-night'),
    headline(100, 'Labour 34 seats, projected', '2023-labour-seats-34-projected', {
      status: 'projected',
      party: 'labour',
      notes: 'A projection at 85.1%. Say so in the script as well.',
    }),
    arc(110, 'Arc: Labour projected', '2023-house-labour-projected', {
      status: 'projected',
      title: 'The House so far',
      note: '120 seats before any overhang',
      notes: 'Labour hatched, everything else hollow: nobody has projected the rest.',
    }),
    headline(120, 'National + ACT on current numbers', '2023-national-act-majority', {
      notes: 'Never without “on current numbers”. It did not survive the official count (cue 330).',
    }),
    headline(130, 'Labour likely to lose MPs', '2023-labour-likely-lose-mps', {
      status: 'projected',
      party: 'labour',
      notes: '“Several” is as far as the source goes: no number.',
    }),
  ]),
  ...segment('Concession', [
    headline(140, 'Hipkins calls Luxon', '2023-rnz-hipkins-called-luxon', {
      party: 'labour',
      notes: 'Keep “likely”: there is no government yet.',
    }),
    quote(150, 'Quote: as it stands', '2023-q-mmp-rnz', {
      party: 'labour',
      notes: 'RNZ transcription. Newshub punctuates it differently: use one, never both.',
    }),
    headline(160, 'Labour cannot form government', '2023-hipkins-not-in-position', { party: 'labour' }),
    quote(170, 'Quote: not one any of us wanted', '2023-q-not-one-any-of-us-wanted', { party: 'labour' }),
    quote(180, 'Quote: wasn’t enough', '2023-q-wasnt-enough', { party: 'labour' }),
    quote(190, 'Quote: uphill battle', '2023-q-uphill-battle', {
      party: 'labour',
      notes: 'Cleared as a quotation only: the claim in it is his and is doubtful. Do not paraphrase it.',
    }),
    quote(200, 'Quote: proud of the platform', '2023-q-progressive-platform', { party: 'labour' }),
    headline(210, 'Remutaka', '2023-remutaka-hipkins', {
      kicker: 'LOWER HUTT',
      party: 'labour',
      notes: 'He thanks the voters; the source gives no result to show.',
    }),
    quote(220, 'Quote: your trust in me', '2023-q-remutaka-trust', { party: 'labour' }),
  ]),
  ...segment('Reaction', [
    headline(230, 'Luxon, likely 42nd PM', '2023-newshub-42nd-pm', {
      status: 'projected',
      party: 'national',
      notes: '“Likely” is both kicker and wording. Leave both.',
    }),
    headline(240, 'Labour into opposition', '2023-labour-into-opposition', {
      detail: false,
      party: 'labour',
    }),
    quote(250, 'Quote: role in opposition', '2023-q-role-in-opposition', { party: 'labour' }),
    quote(260, 'Quote: hold to account', '2023-q-hold-to-account', { party: 'labour' }),
    quote(270, 'Quote: thanks to whānau', '2023-q-whanau', {
      party: 'labour',
      notes: 'A fragment: it shows as one.',
    }),
    quote(280, 'Quote: democracy can be brutal', '2023-q-democracy-brutal', { party: 'labour' }),
    headline(290, 'MPs unlikely to return', '2023-mps-unlikely-to-return', {
      status: 'projected',
      party: 'labour',
      notes: 'No names: the source has none.',
    }),
    headline(300, 'Six years in government (draft, approve first)', '2023-hipkins-proud-six-years', {
      kicker: 'HIPKINS SAYS',
      party: 'labour',
      notes: 'Refused until a producer approves its fact: find it under Facts, approve it, then take this.',
    }),
  ]),
  ...segment('The House', [
    arc(310, 'Arc: election night', '2023-house-election-night', {
      status: 'partial',
      title: 'The House on election night',
      note: 'Special votes still to be counted',
      blocs: [
        { label: 'Labour, Green, Te Pāti Māori', parties: ['maori', 'green', 'labour'] },
        { label: 'National + ACT', parties: ['national', 'act'] },
      ],
      notes: 'Continue for the blocs: National and ACT have 61 of 121, exactly enough on current numbers.',
    }),
  ]),
  ...segment('Official count', [
    arc(320, 'Arc: official', '2023-house-official', {
      status: 'final',
      title: 'The 54th Parliament',
      note: 'Before the Port Waikato by-election',
      blocs: [
        { label: 'Labour, Green, Te Pāti Māori', parties: ['maori', 'green', 'labour'] },
        { label: 'National, ACT, NZ First', parties: ['nzfirst', 'national', 'act'] },
      ],
      notes: 'Weeks later. 122 at the declaration, so 62 to govern. Continue for the blocs.',
    }),
    arc(330, 'Arc: official, National + ACT', '2023-house-official', {
      status: 'final',
      title: 'Enough without NZ First?',
      note: 'Before the Port Waikato by-election',
      blocs: [{ label: 'National + ACT', parties: ['national', 'act'] }],
      notes: 'Continue: 59 of 122, three short. Compare with cue 120 on the night.',
    }),
  ]),
  ...segment('Names', [
    speaker(1, 'Chris Hipkins', '2023-q-democracy-brutal', 'labour', {
      role: 'Prime Minister and Labour leader',
      notes: 'Numbers 1 to 9 recall a name at any time. Leaves by itself.',
    }),
    {
      ...strap(2, 'Christopher Luxon', undefined, 'national'),
      data: {},
      bindings: {
        name: { fact: '2023-newshub-hipkins-called-luxon', path: 'subject.to.name' },
        role: { fact: '2023-newshub-hipkins-called-luxon', path: 'subject.to.role' },
        party: { fact: '2023-newshub-hipkins-called-luxon', path: 'subject.to.party', as: 'party' },
      },
    },
    strap(3, 'David Seymour', 'ACT leader', 'act'),
    strap(4, 'Winston Peters', 'NZ First leader', 'nzfirst'),
    strap(5, 'Marama Davidson', 'Green co-leader', 'green'),
    strap(6, 'James Shaw', 'Green co-leader', 'green'),
    strap(7, 'Debbie Ngarewa-Packer', 'Te Pāti Māori co-leader', 'maori'),
    strap(8, 'Rawiri Waititi', 'Te Pāti Māori co-leader', 'maori'),
    strap(9, 'Grant Robertson', 'Minister of Finance', 'labour'),
  ]),
  ...segment('Boards', [
    logoBug(400, 'Logo and time', { notes: 'Takes the corner from the count bug, and gives it back.' }),
    ticker(
      410,
      'Ticker: the night so far',
      [
        { fact: '2023-vote-national-election-night', party: 'national', labelled: true },
        { fact: '2023-vote-green-election-night', party: 'green', labelled: true },
        { fact: '2023-vote-act-election-night', party: 'act', labelled: true },
        { fact: '2023-vote-nzfirst-election-night', party: 'nzfirst', labelled: true },
        { fact: '2023-vote-maori-election-night', party: 'maori', labelled: true },
        { fact: '2023-hipkins-not-in-position', party: 'labour' },
      ],
      { heading: 'RESULTS', notes: 'Stands with lower thirds. A new list takes over at the next item.' },
    ),
    seatTally(420, 'Seats: election night', '2023-house-election-night', {
      title: 'Seats in Parliament',
      status: 'partial',
    }),
    seatTally(430, 'Seats: official', '2023-house-official', {
      title: 'The 54th Parliament',
      status: 'final',
      before: '2023-house-election-night',
      since: 'election night',
      notes: 'National loses two seats to the special votes, the Greens and Te Pāti Māori gain.',
    }),
    quoteCard(440, 'Card: democracy can be brutal', '2023-q-democracy-brutal', { party: 'labour' }),
  ]),
];
