/** The theme that is being made and not used yet: it outlives the editor, which goes whenever one looks at another tab. */
import type { Theme } from '../../core/schema/theme.ts';
import { createStore, type Store } from '../client/store.ts';

export const themeDraft: Store<{ theme: Theme | null }> = createStore<{ theme: Theme | null }>({
  theme: null,
});
