/** Every page of help in the language of this browser, the keys from the table that decides them. */
import { capOf, KEYS } from '../keys/keys.ts';
import { text } from '../text.ts';
import { PLACES, TROUBLES, WORDS, type Topic } from './topics.ts';

const t = text.help;

export const allTopics = (): Topic[] => [
  ...TROUBLES.map((id): Topic => ({ id: `trouble:${id}`, group: 'trouble', ...t.troubles[id] })),
  ...PLACES.map((id): Topic => ({ id: `place:${id}`, group: 'place', ...t.places[id] })),
  ...WORDS.map((id): Topic => ({ id: `word:${id}`, group: 'word', ...t.words[id] })),
  ...KEYS.map(({ action }): Topic => {
    const note = text.sheet.notes[action];
    return {
      id: `key:${action}`,
      group: 'key',
      title: `${text.actions[action]} · ${capOf(action)}`,
      paragraphs: [t.keyIs(`[${action}]`), ...(note === undefined ? [] : [note])],
    };
  }),
];
