// Which logo the corner bug shows. Pure.
import { text, type Data } from '../../kit/read.ts';
import { Refusal } from '../../kit/refusal.ts';
import type { Theme } from '../../kit/theme.ts';

/** The logo: the cue's own before the theme's, an image before words. Both are '' when there is none at all. */
export function logoOf(data: Data, { logo }: Pick<Theme, 'logo'>): { image: string; words: string } {
  const own = text(data, 'text');
  const image = text(data, 'image') || (own === '' ? logo.image : '');
  return { image, words: own || logo.text };
}

/** Why a bug without words is refused when its image, '' for none, is not there. */
export const emptyLogo = (image: string): Refusal =>
  new Refusal(
    image === ''
      ? 'text: a logo in words or an image is required.'
      : 'image: cannot be had, and there is no logo in words to take its place.',
  );
