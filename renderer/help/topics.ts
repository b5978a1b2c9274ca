/** What help knows and how it is found: the topics of where one is first, then by any words. Pure. */
import { fold } from '../../core/rundown.ts';

/** Parts of the desk that help has a page for. */
export const PLACES = [
  'rundown',
  'inspector',
  'preflight',
  'monitors',
  'transport',
  'layers',
  'outputs',
  'facts',
  'feeds',
  'results',
  'templates',
  'asRun',
  'rehearsal',
  'workbench',
] as const;
export type Place = (typeof PLACES)[number];

/** What to do when something goes wrong. */
export const TROUBLES = [
  'hangs',
  'display',
  'stale',
  'wrongName',
  'stationGone',
  'refused',
  'twoDesks',
  'wrongMode',
] as const;
export type Trouble = (typeof TROUBLES)[number];

/** The words of the trade, as Tallydesk means them. */
export const WORDS = [
  'station',
  'desk',
  'stage',
  'show',
  'fact',
  'template',
  'cue',
  'channel',
  'layer',
  'output',
  'arm',
  'take',
  'continue',
  'update',
  'out',
  'clear',
  'panic',
  'gate',
  'follow',
  'asRun',
  'rehearsal',
] as const;
export type Word = (typeof WORDS)[number];

export type Group = 'here' | 'trouble' | 'place' | 'word' | 'key';

export interface Topic {
  id: string;
  group: Group;
  title: string;
  paragraphs: readonly string[];
}

/** Which places of the desk go together with which troubles, most likely first. */
const TROUBLES_AT: Partial<Record<Place, readonly Trouble[]>> = {
  monitors: ['hangs', 'display'],
  layers: ['hangs', 'wrongName'],
  transport: ['refused', 'wrongMode'],
  outputs: ['display', 'hangs'],
  feeds: ['stale'],
  results: ['stale'],
  facts: ['wrongName', 'stale'],
  preflight: ['refused'],
  rundown: ['refused', 'wrongName'],
  inspector: ['wrongName', 'twoDesks'],
  rehearsal: ['wrongMode'],
};

/** What is about the place comes first, under a heading of its own. */
export function arrange(topics: readonly Topic[], place: Place): Topic[] {
  const near = [`place:${place}`, ...(TROUBLES_AT[place] ?? []).map((trouble) => `trouble:${trouble}`)];
  const here = near.flatMap((id) => topics.find((topic) => topic.id === id) ?? []);
  return [
    ...here.map((topic): Topic => ({ ...topic, group: 'here' })),
    ...topics.filter((topic) => !here.includes(topic)),
  ];
}

/** Every word must be found; titles that have them all come first. */
export function findTopics(topics: readonly Topic[], query: string): Topic[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...topics];
  const has = (text: string) => words.every((word) => fold(text).includes(word));
  const inTitle = topics.filter(({ title }) => has(title));
  const inText = topics.filter(
    (topic) => !inTitle.includes(topic) && has([topic.title, ...topic.paragraphs].join(' ')),
  );
  return [...inTitle, ...inText];
}
