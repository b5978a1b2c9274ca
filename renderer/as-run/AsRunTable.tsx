/** The log as a table, the newest showing first. Of a whole night only the rows in sight are drawn. */
import type { ReactNode } from 'react';
import { useNow, useStation } from '../client/desk.ts';
import { span } from '../layers/layer-lines.ts';
import { text } from '../text.ts';
import { Chip } from '../ui/Chip.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import { cx } from '../ui/cx.ts';
import type { Brief } from './as-run-data.ts';
import { clockAt } from './as-run-text.ts';
import css from './as-run-table.module.css';

const t = text.asRun;
const HEAD = 'as-run-head';
const COLUMNS = [
  'in',
  'out',
  'length',
  'channel',
  'layer',
  'cue',
  'template',
  'by',
  'changes',
  'facts',
] as const;
/** Pixels. */
const ROW = 40;
const idOf = ({ instance }: Brief): string => instance;
const heightOf = (): number => ROW;

function Head() {
  return (
    <div id={HEAD} role="row" className={cx(css['columns'], css['head'])}>
      {COLUMNS.map((column) => (
        <span key={column} role="columnheader" className={css[column]}>
          {t.columns[column]}
        </span>
      ))}
    </div>
  );
}

/** Ticks only while it is up. */
function StillUp({ since, channel }: { since: number; channel: Brief['channel'] }) {
  const now = useNow(1000);
  return (
    <>
      <span role="gridcell" className={css['out']}>
        <Chip tone="air" shape="dot" word={channel === 'program' ? t.onAir : t.rehearsing} />
      </span>
      <span role="gridcell" className={css['length']}>
        {span(now - since)}
      </span>
    </>
  );
}

function Row({ entry, zone }: { entry: Brief; zone: string }) {
  const name = useStation(({ graphics }) => graphics.get(entry.graphic.id)?.name ?? entry.graphic.id);
  const { inAt, outAt, channel, layer, cue, override } = entry;
  return (
    <span className={css['columns']}>
      <span role="gridcell" className={css['in']}>
        <time>{clockAt(inAt, zone)}</time>
      </span>
      {outAt === null ? (
        <StillUp since={inAt} channel={channel} />
      ) : (
        <>
          <span role="gridcell" className={css['out']}>
            <time>{clockAt(outAt, zone)}</time>
          </span>
          <span role="gridcell" className={css['length']}>
            {span(outAt - inAt)}
          </span>
        </>
      )}
      <span role="gridcell" className={cx(css['channel'], channel === 'rehearsal' && css['isRehearsal'])}>
        {t.channels[channel]}
      </span>
      <span role="gridcell" className={css['layer']}>
        {text.layers[layer]}
      </span>
      <span role="gridcell" className={css['cue']}>
        <span className={css['cueName']}>
          <b>{text.cue(cue.number, cue.name)}</b>
          {override && (
            <Chip
              tone="warn"
              shape="up"
              word={t.override}
              title={t.overrideLong(override.by, override.reason)}
            />
          )}
        </span>
        <span className={css['seen']}>{entry.text}</span>
      </span>
      <span role="gridcell" className={css['template']}>
        {name}
      </span>
      <span role="gridcell" className={css['by']}>
        {entry.by}
      </span>
      <span role="gridcell" className={css['changes']}>
        {entry.changes || ''}
      </span>
      <span role="gridcell" className={css['facts']}>
        {entry.facts.length || ''}
      </span>
    </span>
  );
}

interface AsRunTableProps {
  rows: readonly Brief[];
  selected: string | null;
  empty: ReactNode;
  onSelect(entry: Brief): void;
}

export function AsRunTable({ rows, selected, empty, onSelect }: AsRunTableProps) {
  const zone = useStation(({ state }) => state?.show.timeZone ?? 'UTC');
  return (
    <div className={css['table']}>
      <Head />
      <VirtualList
        label={t.list}
        headId={HEAD}
        rows={rows}
        idOf={idOf}
        heightOf={heightOf}
        selected={selected}
        onSelect={onSelect}
        keepsPlace
        empty={empty}
        className={css['list']}
        render={(entry) => <Row entry={entry} zone={zone} />}
      />
    </div>
  );
}
