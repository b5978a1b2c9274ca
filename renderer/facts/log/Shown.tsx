/** Where and when a fact was on air: which revision of it, in which cue, by whom. */
import { LayerId } from '../../../core/layers.ts';
import { useNow, useStation } from '../../client/desk.ts';
import { span } from '../../layers/layer-lines.ts';
import { text } from '../../text.ts';
import { Chip } from '../../ui/Chip.tsx';
import { timeText } from '../fact-text.ts';
import { revisionShown, type ShownEntry } from './fact-log.ts';
import { Failed } from './History.tsx';
import type { Asked } from './use-rest.ts';
import css from './log.module.css';

const t = text.factLog;

const layerName = (layer: string): string => {
  const known = LayerId.safeParse(layer);
  return known.success ? text.layers[known.data] : layer;
};

function For({ inAt, outAt }: { inAt: number; outAt: number | null }) {
  const now = useNow(1000);
  return outAt === null ? (
    <Chip tone="air" shape="dot" word={`${t.stillOn.toUpperCase()} ${span(now - inAt)}`} />
  ) : (
    <>{span(outAt - inAt)}</>
  );
}

interface ShownProps {
  factId: string;
  asked: Asked<{ entries: ShownEntry[] }>;
}

export function Shown({ factId, asked }: ShownProps) {
  const zone = useStation(({ state }) => state?.show.timeZone ?? 'UTC');
  const graphics = useStation((station) => station.graphics);
  const { data, failed, again } = asked;
  if (failed) return <Failed again={again} />;
  if (!data) return <p className={css['quiet']}>{t.reading}</p>;
  if (data.entries.length === 0) return <p className={css['quiet']}>{t.neverShown}</p>;
  const newest = [...data.entries].sort((a, b) => b.inAt - a.inAt);
  return (
    <ol aria-label={t.shown} className={css['history']}>
      {newest.map((entry) => (
        <li key={entry.instance} className={css['entry']}>
          <header className={css['entryHead']}>
            <b className={css['event']}>{text.cue(entry.cue.number, entry.cue.name)}</b>
            <span className={css['revision']}>{t.revision(revisionShown(entry, factId) ?? 0)}</span>
          </header>
          <p className={css['where']}>
            <time>{timeText(entry.inAt, zone)}</time>
            <For inAt={entry.inAt} outAt={entry.outAt} />
            <span>
              {t.channel[entry.channel] ?? entry.channel} · {layerName(entry.layer)}
            </span>
            <span>{graphics.get(entry.graphic.id)?.name ?? entry.graphic.id}</span>
            <span>{entry.by}</span>
          </p>
          {entry.override && (
            <p className={css['override']}>{t.override(entry.override.by, entry.override.reason)}</p>
          )}
        </li>
      ))}
    </ol>
  );
}
