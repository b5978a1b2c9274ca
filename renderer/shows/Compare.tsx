/** What differs between two versions, a version and now, or another show: made, changed, removed, field by field. */
import { useState } from 'react';
import { isSameShow, type RowChange, type ShowComparison } from '../../core/compare-shows.ts';
import type { Change } from '../../core/facts/difference.ts';
import { useStation } from '../client/desk.ts';
import { useAnswer } from '../client/rest.ts';
import { text } from '../text.ts';
import { SelectField } from '../ui/SelectField.tsx';
import { Comparison, VersionList, type Shelf } from './shows-rest.ts';
import { versionTime } from './version-time.ts';
import css from './shows.module.css';

const t = text.shows;

/** More than this of one kind is not read by anybody, and would be slow to draw. */
const MOST = 200;

const Fields = ({ fields }: { fields: readonly Change[] }) => (
  <dl className={css['fields']}>
    {fields.map(({ path, title, from, to }) => (
      <div key={path}>
        <dt>{title}</dt>
        <dd>
          {from !== null && <del>{from}</del>}
          {from !== null && <span aria-hidden="true"> → </span>}
          <ins>{to ?? t.nothing}</ins>
        </dd>
      </div>
    ))}
  </dl>
);

function Rows({ title, rows }: { title: string; rows: readonly RowChange[] }) {
  if (rows.length === 0) return null;
  return (
    <section aria-label={title} className={css['part']}>
      <h3>
        {title} <span className={css['about']}>{rows.length}</span>
      </h3>
      <ul>
        {rows.slice(0, MOST).map(({ id, what, title: name, fields }) => (
          <li key={id} className={css['difference']}>
            <p>
              <span className={css[what]}>{t.what[what]}</span> <b>{name}</b>
            </p>
            {what === 'changed' && <Fields fields={fields} />}
          </li>
        ))}
      </ul>
      {rows.length > MOST && <p className={css['about']}>{t.more(rows.length - MOST)}</p>}
    </section>
  );
}

function Found({ comparison }: { comparison: ShowComparison }) {
  const { facts, cues, order, parties, settings } = comparison;
  if (isSameShow(comparison)) return <p className={css['about']}>{t.same}</p>;
  return (
    <div className={css['found']}>
      <Rows title={t.parts.facts} rows={facts} />
      <Rows title={t.parts.cues} rows={cues} />
      {order.length > 0 && (
        <section aria-label={t.parts.order} className={css['part']}>
          <h3>{t.parts.order}</h3>
          <ul>
            {order.slice(0, MOST).map(({ id, title, from, to }) => (
              <li key={id}>
                <b>{title}</b> {t.moved(from, to)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Rows title={t.parts.parties} rows={parties} />
      {settings.length > 0 && (
        <section aria-label={t.parts.settings} className={css['part']}>
          <h3>{t.parts.settings}</h3>
          <Fields fields={settings} />
        </section>
      )}
    </div>
  );
}

/** @param first the version that is looked at to begin with; null: the newest */
export function Compare({ shelf, first }: { shelf: Shelf; first: string | null }) {
  const zone = useStation(({ state }) => state?.show.timeZone ?? 'UTC');
  const versions = useAnswer('/versions', VersionList, 0);
  const list = versions?.ok ? versions.body.versions : [];
  const [chosen, setBefore] = useState(first);
  const [after, setAfter] = useState('now');
  const before = chosen ?? list[0]?.id ?? null;
  const query = new URLSearchParams({ before: before ?? '', after }).toString();
  const answer = useAnswer(before === null ? null : `/compare?${query}`, Comparison, 0);
  const options = [
    { value: 'now', label: t.now },
    ...list.map(({ id, at, name }) => ({ value: id, label: t.versionAt(versionTime(at, zone), name) })),
    ...shelf.shows
      .filter(({ id, problem }) => id !== shelf.open && problem === null)
      .map(({ id, title }) => ({ value: `show:${id}`, label: t.otherShow(title) })),
  ];
  return (
    <div className={css['column']}>
      <div className={css['line']}>
        <SelectField
          label={t.compareBefore}
          value={before ?? ''}
          options={options}
          onChange={setBefore}
          className={css['grow']}
        />
        <SelectField
          label={t.compareAfter}
          value={after}
          options={options}
          onChange={setAfter}
          className={css['grow']}
        />
      </div>
      {!answer && before !== null && <p className={css['about']}>{t.reading}</p>}
      {before === null && versions?.ok && <p className={css['about']}>{t.noVersions}</p>}
      {answer && !answer.ok && <p role="alert">{answer.detail}</p>}
      {answer?.ok && <Found comparison={answer.body.comparison} />}
    </div>
  );
}
