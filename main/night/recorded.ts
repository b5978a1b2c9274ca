/** What was recorded from a feed as a night to rehearse with: byte for byte what came, when it came. */
import type { Recording } from '../../core/feeds/rest.ts';
import type { Feed, FeedFormat } from '../../core/schema/feed.ts';
import type { NightOffer } from '../../core/schema/night.ts';
import type { Show } from '../../core/schema/show.ts';
import { readerFor } from '../feeds/reader.ts';
import { recordingPlace, versionTimes } from '../feeds/recorder.ts';
import { NATIONAL } from '../feeds/readers/nz-xml.ts';
import { slices } from '../slices.ts';
import type { NightSource, OpenNight } from './source.ts';

const PREFIX = 'recording:';

const day = (at: number, timeZone: string): string =>
  new Date(at).toLocaleString('en-NZ', { timeZone, dateStyle: 'medium', timeStyle: 'short' });

export const offerOf = (recording: Recording, feed: Feed | undefined, timeZone: string): NightOffer => ({
  id: PREFIX + recording.name,
  title: `${feed?.name ?? recording.feed}, recorded ${day(recording.from, timeZone)}`,
  kind: 'recorded',
  length: recording.to - recording.from,
  startsAt: recording.from,
});

async function openAt(folder: string, name: string): Promise<OpenNight> {
  let now = 0;
  const place = recordingPlace(folder, name, 1, () => now);
  // a recording begins at its first look: this one is of nothing, so that nothing of it counts as seen
  await place.look('');
  return { place, seek: (at) => void (now = at), counted: () => null };
}

/** Without the feed it came from, only the Commission's files say what they are. */
async function formatOf(folder: string, name: string, feed: Feed | undefined): Promise<FeedFormat | null> {
  if (feed) return feed.format;
  const { place } = await openAt(folder, name);
  const { kind } = await place.look(NATIONAL);
  return kind === 'new' ? 'nz-xml' : null;
}

/** How much each version says is counted. Reads the whole of it, in slices. */
async function countsOf(folder: string, name: string, format: FeedFormat, feed: Feed, show: Show) {
  const times = await versionTimes(folder, name);
  const open = await openAt(folder, name);
  const reader = readerFor(format);
  const counts: { at: number; counted: number }[] = [];
  const breathe = slices();
  for (const time of times) {
    const at = time - (times[0] ?? 0);
    open.seek(at);
    await reader.look(open.place, feed);
    const counted = (await reader.news(feed, show)).results?.countPercent ?? null;
    if (counted !== null) counts.push({ at, counted });
    await breathe();
  }
  return counts;
}

/** @returns null where nobody can tell any more what its files are */
export async function recordedNight(
  folder: string,
  recording: Recording,
  feed: Feed | undefined,
  timeZone: string,
): Promise<NightSource | null> {
  const { name } = recording;
  const format = await formatOf(folder, name, feed);
  if (format === null) return null;
  let counts: ReturnType<typeof countsOf> | null = null;
  return {
    offer: offerOf(recording, feed, timeZone),
    seed: null,
    format,
    name: feed?.name ?? recording.feed,
    source: feed?.source ?? recording.feed,
    of: { feed: recording.feed },
    open: () => openAt(folder, name),
    async momentOf(percent, into, show) {
      if (percent === 0) return 0;
      const all = await (counts ??= countsOf(folder, name, format, into, show));
      return all.find(({ counted }) => counted >= percent)?.at ?? null;
    },
  };
}

export const recordingNameIn = (id: string): string | null =>
  id.startsWith(PREFIX) ? id.slice(PREFIX.length) : null;
