/** The show's theme. What is on air keeps the look it was taken with until it is updated; what stands by is drawn anew. */
import { z } from 'zod';
import { sameJson } from '../json.ts';
import { missingMedia } from '../media.ts';
import { refuse } from '../refusal.ts';
import { Theme } from '../schema/theme.ts';
import { defineCommand } from './command.ts';

export const themeSet = defineCommand({
  type: 'theme.set',
  title: 'Change the theme',
  schema: z.object({ theme: Theme }),
  undo: 'record',
  access: 'open',
  describe: (_state, { theme }) => theme.name,
  check({ show }, { theme }) {
    const [missing] = missingMedia(show, theme.logo.image);
    return missing ? refuse('media_unknown', `The logo: ${missing.detail}.`) : null;
  },
  apply({ show }, { theme }) {
    if (!sameJson(show.theme, theme)) show.theme = theme;
    return { theme: theme.id };
  },
});
