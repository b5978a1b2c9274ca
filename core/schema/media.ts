/** A picture, sound or film of the show: a file in its folder, under an address that never changes its meaning. */
import { z } from 'zod';

export const MediaFile = z.object({
  /** SHA-256 of the file, its first 16 hex digits. */
  hash: z.string().regex(/^[0-9a-f]{16}$/),
  /** As it was called when it was added, without a folder. */
  name: z.string().min(1).max(200),
  /** MIME type. */
  type: z.string().min(1),
  /** Bytes. */
  size: z.int().min(0),
  /** Pixels; null for sound, and for what does not say so in its header. */
  width: z.int().nullable(),
  height: z.int().nullable(),
  /** Epoch ms. */
  addedAt: z.number(),
  addedBy: z.string(),
});
export type MediaFile = z.infer<typeof MediaFile>;

/** What stands in a graphic's data. It is served to stages and graphics, without the key. */
export const mediaAddress = ({ hash, name }: Pick<MediaFile, 'hash' | 'name'>): string =>
  `/media/${hash}/${encodeURIComponent(name)}`;

/** The hash in such an address; null for anything else. */
export const mediaHash = (address: string): string | null =>
  /^\/media\/([0-9a-f]{16})\/[^/]+$/.exec(address)?.[1] ?? null;
