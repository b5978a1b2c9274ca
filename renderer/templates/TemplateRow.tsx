/** One template in the list: its picture, its name, and what one must know before using it. */
import { useState } from 'react';
import type { Graphic } from '../../core/schema/manifest.ts';
import { useDesk } from '../client/desk.ts';
import { text } from '../text.ts';
import { Chip } from '../ui/Chip.tsx';
import { thumbnailAddress } from './templates-rest.ts';
import css from './templates.module.css';

const t = text.templates;

/** The template's picture; its name on a tile where there is none. */
export function Thumbnail({
  graphic: { id, hash, name },
  large = false,
}: {
  graphic: Graphic;
  large?: boolean;
}) {
  const desk = useDesk();
  const address = thumbnailAddress(desk, id, hash);
  const [missing, setMissing] = useState<string | null>(null);
  return (
    <span className={large ? css['large'] : css['thumb']}>
      {missing === address ? (
        <span className={css['tile']}>{name}</span>
      ) : (
        <img src={address} alt="" loading="lazy" onError={() => setMissing(address)} />
      )}
    </span>
  );
}

export const TemplateRow = ({ graphic, uses }: { graphic: Graphic; uses: number }) => (
  <span role="gridcell" className={css['row']}>
    <Thumbnail graphic={graphic} />
    <span className={css['rowText']}>
      <b className={css['rowName']}>{graphic.name}</b>
      <span className={css['about']}>
        {t.version(graphic.version)} · {t.source[graphic.source]} · {t.usedBy(uses)}
      </span>
    </span>
    {graphic.warnings.length > 0 && (
      <Chip
        tone="warn"
        shape="up"
        word={t.warned(graphic.warnings.length)}
        title={graphic.warnings.join('\n')}
      />
    )}
  </span>
);
