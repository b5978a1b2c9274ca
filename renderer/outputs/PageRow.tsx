/** A connected page that is no output of the show: a monitor, or a browser source that names none. */
import type { OutputInfo } from '../../core/protocol.ts';
import { text } from '../text.ts';
import { Chip } from '../ui/Chip.tsx';
import { Heartbeat } from './Heartbeat.tsx';
import { ChannelTag } from './OutputChips.tsx';
import css from './outputs.module.css';

const t = text.outputs;

export const PageRow = ({ page }: { page: OutputInfo }) => (
  <li className={css['page']}>
    <ChannelTag channel={page.channel} />
    <span className={css['pageName']} title={page.name}>
      {page.name || t.unnamed}
    </span>
    <span className={css['kind']}>{t[page.kind]}</span>
    {page.isolation === 'reduced' && <Chip tone="warn" shape="bar" word={t.reduced} title={t.reducedLong} />}
    <Heartbeat page={page} />
  </li>
);
