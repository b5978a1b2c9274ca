/** How long ago and how soon, in the shortest words that are still true. Pure. */
import type { FeedStatus } from '../../core/schema/feed.ts';
import { text } from '../text.ts';

const { feeds: t } = text;

/** A stretch of time: seconds below two minutes, then minutes, hours and days. Never negative. @param ms milliseconds */
export function stretch(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 120) return t.seconds(seconds);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 120) return t.minutes(minutes);
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? t.hours(hours, minutes % 60) : t.days(Math.floor(hours / 24));
}

export const agoText = (at: number | null, now: number): string =>
  at === null ? t.never : t.ago(stretch(now - at));

/** When it is read next; '' where it is not. */
export function nextText({ nextPoll, state }: FeedStatus, now: number): string {
  if (state === 'reading') return t.now;
  if (nextPoll === null || state === 'off') return '';
  return nextPoll <= now ? t.now : t.in(stretch(nextPoll - now));
}
