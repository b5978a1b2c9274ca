/** What a desk is used for just now. Playout keys work in all of them. */
export type Workspace = 'playout' | 'facts' | 'feeds' | 'results' | 'templates' | 'asRun';
