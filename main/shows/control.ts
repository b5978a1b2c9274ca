/** What a station may ask of whoever started it: another show in its place. A station alone has nobody to ask. */
import type { VerbAnswer } from '../../core/desk-verbs.ts';

export interface ShowsControl {
  /** Why no other show can be opened now; null when one can. */
  whyNotNow(): VerbAnswer | null;
  /**
   * Opens it a moment later, when the answer to whoever asked is on its way: this station ends with it.
   * @returns why it cannot be opened, known at once; null when it will be tried
   */
  openSoon(show: string): Promise<VerbAnswer | null>;
  /** Why the last one that was asked for could not be opened. */
  readonly failed: string | null;
}
