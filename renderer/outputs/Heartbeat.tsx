/** How well a page draws. Every figure has a place of its own width, so that nothing moves when it changes. */
import type { OutputInfo } from '../../core/protocol.ts';
import { text } from '../text.ts';
import { Chip } from '../ui/Chip.tsx';
import { cx } from '../ui/cx.ts';
import css from './outputs.module.css';

const t = text.outputs;

export const Heartbeat = ({ page }: { page: OutputInfo }) => (
  <span className={css['heartbeat']}>
    <span className={css['fps']}>{t.fps(page.fps)}</span>
    <span
      className={cx(css['late'], page.late > 0 && css['isLate'])}
      title={t.heartbeat(page.dropped, page.frames, page.late)}
    >
      {t.late(page.dropped)}
    </span>
    <span className={css['frames']}>{t.frames(page.frames)}</span>
    <span className={css['sync']}>
      {page.behind ? (
        <Chip tone="fault" shape="clock" word={t.behind} title={t.behindLong} />
      ) : (
        <Chip tone="good" shape="tick" word={t.current} />
      )}
    </span>
  </span>
);
