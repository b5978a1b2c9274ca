/** Every revision of a fact: who did what, when, why, and what it changed. */
import { useStation } from '../../client/desk.ts';
import { text } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { timeText, wordsAt } from '../fact-text.ts';
import type { HistoryEntry } from './fact-log.ts';
import type { Asked } from './use-rest.ts';
import css from './log.module.css';

const t = text.factLog;

export function Failed({ again }: { again(): void }) {
  return (
    <p role="alert" className={css['failed']}>
      {t.failed} <Button onClick={again}>{t.again}</Button>
    </p>
  );
}

export function History({ asked }: { asked: Asked<{ entries: HistoryEntry[] }> }) {
  const zone = useStation(({ state }) => state?.show.timeZone ?? 'UTC');
  const { data, failed, again } = asked;
  if (failed) return <Failed again={again} />;
  if (!data) return <p className={css['quiet']}>{t.reading}</p>;
  if (data.entries.length === 0) return <p className={css['quiet']}>{t.noHistory}</p>;
  return (
    <ol aria-label={t.history} className={css['history']}>
      {data.entries.map((entry, i) => (
        <li key={i} className={css['entry']}>
          <header className={css['entryHead']}>
            <b className={css['event']}>{t.events[entry.event] ?? entry.event}</b>
            <span>{entry.by}</span>
            <time>{timeText(entry.at, zone)}</time>
            <span className={css['revision']}>{t.revision(entry.revision)}</span>
          </header>
          {entry.reason && <p className={css['reason']}>“{entry.reason}”</p>}
          {entry.changes.length > 0 && (
            <dl className={css['changes']}>
              {entry.changes.map((change) => (
                <div key={change.path} className={css['change']}>
                  <dt>{change.title}</dt>
                  <dd>
                    {change.from !== null && <del>{wordsAt(change.path, change.from)}</del>}
                    {change.from !== null && <span aria-hidden="true"> → </span>}
                    <ins>{wordsAt(change.path, change.to) ?? t.nothing}</ins>
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ol>
  );
}
