/** The words of help (F1). `[take]` is where the key of an action is drawn. A part of text.ts. */
import type { Group, Place, Trouble, Word } from '../help/topics.ts';

interface Page {
  title: string;
  paragraphs: string[];
}

export const help = {
  open: 'Help',
  title: 'Help',
  search: 'Search help',
  searchHint: 'Search: a word, a key, what went wrong',
  list: 'Topics',
  none: 'Help has no page with all of these words. Try one of them alone.',
  keySheet: 'All keys',
  close: 'Close',
  groups: {
    here: 'Where you are',
    trouble: 'What to do when',
    place: 'Parts of the desk',
    word: 'Words',
    key: 'Keys',
  } satisfies Record<Group, string>,
  keyIs: (cap: string) => `Its key: ${cap}`,
  places: {
    rundown: {
      title: 'The rundown',
      paragraphs: [
        'Every cue in the order of the night. Type a number and [recall] to bring a cue to preview; [selectUp] and [selectDown] move the selection, and [recall] recalls what is selected.',
        'PVW is on preview, ON AIR is on air, CHANGED says that a cue on air has other words by now: [update] pushes them.',
        '[moveUp] and [moveDown] move the selected cue. [lock] locks the rundown: only playout keys work then.',
      ],
    },
    inspector: {
      title: 'The inspector',
      paragraphs: [
        'All of the cue or the fact that is selected. [edit] goes into its first field, Enter saves, [escape] leaves.',
        'A value with a blue edge comes from a fact and changes with it. What is on air changes only by [update], or by itself where the cue follows its facts.',
      ],
    },
    preflight: {
      title: 'Pre-flight',
      paragraphs: [
        'Every cue that would be refused if it were taken now, each with all of its reasons. Go through it before the show: an empty list means that every cue can be taken.',
      ],
    },
    monitors: {
      title: 'The monitors',
      paragraphs: [
        'Left is preview, the picture to read before you take. Right is program, drawn by the very page that draws air; in rehearsal it is the rehearsal channel.',
        'They show what is, not what was asked for. If a picture stands still for too long it says MAY BE OLD.',
      ],
    },
    transport: {
      title: 'The big buttons',
      paragraphs: [
        'Each says what it would act on and which key it has: [take] takes what is on preview, [continue] goes to the next step, [update] pushes changes, [out] takes off.',
        'Continue, Update and Out act on the layer that was taken last, or on the one that is chosen in Layers.',
        'Nothing is greyed out: what cannot be done is refused with a reason in the bottom line, and air stays as it was.',
      ],
    },
    layers: {
      title: 'The layers',
      paragraphs: [
        'What is on each layer, for how long, at which step, and what comes next. Choose a layer and Continue, Update and Out act on it until [escape].',
      ],
    },
    outputs: {
      title: 'The outputs',
      paragraphs: [
        'Where pictures go: windows on displays, and browser sources. Each says whether it is connected, how many frames it draws and whether it is behind.',
        'An output whose display is lost stays closed until you choose: it never moves to another display by itself.',
      ],
    },
    facts: {
      title: 'Facts',
      paragraphs: [
        'What the show may say, with its source. Only approved facts reach air, and where four eyes are asked for, somebody else than the writer approves.',
        '[newFact] writes one, [approveFact] approves, [putUpFact] makes a cue of it and brings it to preview. Correcting a fact asks first what becomes of every cue that uses it.',
      ],
    },
    feeds: {
      title: 'Feeds',
      paragraphs: [
        'Results that come by themselves. A feed never writes on air: what it brings waits as proposals, unless a rule lets plain changes in.',
        'Odd ones (a count that falls, another winner, seats that do not add up) always wait for a person.',
      ],
    },
    results: {
      title: 'Results',
      paragraphs: [
        'Seats worked out from votes, with the last quotients, what each party lacks for its next seat, and who could govern. Seats that a source states are never believed: they are compared.',
      ],
    },
    templates: {
      title: 'Templates and theme',
      paragraphs: [
        'The graphics of this station and their versions. A newer version never replaces what is on air. The theme changes colours, type and logo of every template at once.',
      ],
    },
    asRun: {
      title: 'As-run',
      paragraphs: [
        'The log of what was shown: the very data, the template’s version, in and out times, by whom. It cannot be edited.',
      ],
    },
    rehearsal: {
      title: 'Rehearsal',
      paragraphs: [
        'Hold the switch in the top bar. In rehearsal takes go to the rehearsal channel, and program outputs show nothing new, whatever anyone sends.',
        'What is written in rehearsal carries that for ever and can never go on program. Afterwards you look through it: keep a thing as a new draft, or throw it away.',
      ],
    },
    workbench: {
      title: 'The workbench',
      paragraphs: [
        'For who makes templates: each with its fixtures, live forms, every theme, speed and steps. Nothing here reaches air or changes the show.',
      ],
    },
  } satisfies Record<Place, Page>,
  troubles: {
    hangs: {
      title: 'A graphic hangs',
      paragraphs: [
        'The other layers go on. Choose the layer in Layers and press [out]; if it does not leave, [panic] takes everything off at once, also what hangs.',
        'Then recall it and look at preview before you take it again. Its problem stands in Layers.',
      ],
    },
    display: {
      title: 'A display is lost',
      paragraphs: [
        'The output says LOST DISPLAY and the channel goes on. Plug the display in again: the output comes back by itself on that display, and on no other.',
        'If it stays away: Outputs, “Choose display…”.',
      ],
    },
    stale: {
      title: 'A feed is stale',
      paragraphs: [
        'The last good figures stay. In Feeds see when it was read last, and press “Look now”.',
        'A figure that is on air without its time should go: [out]. Facts with a time of expiry are refused by themselves once it has passed.',
      ],
    },
    wrongName: {
      title: 'A wrong name is on air',
      paragraphs: [
        'Take it off: [out]. Nobody is asked anything.',
        'Then correct the fact: the correction shows every cue that uses it, and after approval what is on air changes in place. “Add a correction strap” makes the correction itself a cue.',
      ],
    },
    stationGone: {
      title: 'The station is gone',
      paragraphs: [
        'The desk turns red and says so; nothing that you press reaches air. Outputs hold their last picture.',
        'The desk connects again by itself. After a crash the station asks what was on air: “Put back” or “Forget”. Nothing returns unasked.',
      ],
    },
    refused: {
      title: 'A take is refused',
      paragraphs: [
        'Air is as it was. The reason stands in the bottom line, and all reasons of all cues in Pre-flight.',
        'The usual ones: a fact is not approved, is embargoed or withdrawn; text does not fit; a party is missing. If the show allows it, “Take anyway…” takes with your name and a reason in the log.',
      ],
    },
    twoDesks: {
      title: 'Two people change the same thing',
      paragraphs: [
        'What is saved first stays; the other one is told, sees both, and decides. Undo says whose step it takes back.',
      ],
    },
    wrongMode: {
      title: 'I am in the wrong mode',
      paragraphs: [
        'REHEARSAL is framed in amber: nothing reaches viewers. LIVE is plain: everything does.',
        'The switch is held, and refused while anything is on air: [clear] first.',
      ],
    },
  } satisfies Record<Trouble, Page>,
  words: {
    station: {
      title: 'Station',
      paragraphs: ['The one process that has the show and what is on air. Desks and outputs are its pages.'],
    },
    desk: {
      title: 'Desk',
      paragraphs: ['This page. There may be several at once; they see the same show and the same air.'],
    },
    stage: {
      title: 'Stage',
      paragraphs: ['The page that draws a channel: every output window, browser source and monitor is one.'],
    },
    show: {
      title: 'Show',
      paragraphs: [
        'Facts, cues, parties, theme, outputs and feeds of one night, in one folder. It is saved at every change.',
      ],
    },
    fact: {
      title: 'Fact',
      paragraphs: ['A curated statement with its values, status, certainty, source, approvals and revision.'],
    },
    template: {
      title: 'Template',
      paragraphs: ['A graphic (an OGraf package): a lower third, a seat arc, a ticker.'],
    },
    cue: {
      title: 'Cue',
      paragraphs: ['One entry of the rundown: a template, its words, a layer and a recall number.'],
    },
    channel: {
      title: 'Channel',
      paragraphs: [
        'Program is on air, preview is read before a take, rehearsal stands in for program while you rehearse.',
      ],
    },
    layer: {
      title: 'Layer',
      paragraphs: ['A named slot, one graphic at a time: background, full frame, lower third, ticker, bug.'],
    },
    output: {
      title: 'Output',
      paragraphs: ['Where a channel is shown: a window on a display, key and fill, or a browser source.'],
    },
    arm: {
      title: 'Arm',
      paragraphs: ['Load hidden and make ready, so that a take is instant. The next cue is armed by itself.'],
    },
    take: {
      title: 'Take',
      paragraphs: [
        'Put on air what is on preview. Its data is frozen then: later edits reach air only by Update.',
      ],
    },
    continue: { title: 'Continue', paragraphs: ['The next step of a graphic that has several.'] },
    update: {
      title: 'Update',
      paragraphs: ['Push the cue’s new data to air in place, without a new entrance.'],
    },
    out: { title: 'Out', paragraphs: ['Take one layer off, animated.'] },
    clear: { title: 'Clear', paragraphs: ['Everything off, animated.'] },
    panic: {
      title: 'Panic',
      paragraphs: ['Everything off at once, also what hangs. Held with the mouse, or its own three keys.'],
    },
    gate: {
      title: 'Gate',
      paragraphs: [
        'What every take passes: data that fits the template, approved facts, arithmetic that adds up.',
      ],
    },
    follow: {
      title: 'Follow',
      paragraphs: [
        'A cue that follows takes approved newer figures of its facts in place while it is on air.',
      ],
    },
    asRun: { title: 'As-run', paragraphs: ['The log of exactly what was shown, when, and by whom.'] },
    rehearsal: {
      title: 'Rehearsal',
      paragraphs: ['The mode in which nothing can reach program, and what is written is kept apart.'],
    },
  } satisfies Record<Word, Page>,
};
