/** How this tablet's shot box is set: kept in its browser, not in the show. */
import { z } from 'zod';
import { createStore } from '../client/store.ts';

const NAME = 'tallydesk.shotbox';

const Settings = z.object({
  isTwoTouch: z.boolean().catch(false),
  /** Columns more or fewer than fit best. */
  wish: z.int().min(-6).max(6).catch(0),
});
type Settings = z.infer<typeof Settings>;

const USUAL: Settings = { isTwoTouch: false, wish: 0 };

function saved(): Settings {
  try {
    return Settings.parse(JSON.parse(localStorage.getItem(NAME) ?? '{}'));
  } catch {
    // written by hand: the usual settings are one touch away
    return USUAL;
  }
}

export const settings = createStore<Settings>(saved());
settings.subscribe(() => localStorage.setItem(NAME, JSON.stringify(settings.get())));
