/** How far the graphic on the bench is. A file of its own, as the words for it and the session both need it. */
export type Phase = 'empty' | 'loading' | 'ready' | 'coming' | 'on' | 'going' | 'fault';
