/** All of one showing: its picture, its frozen data in words, every change, its facts, and what proves it. */
import { useState, type ReactNode } from 'react';
import { FactId } from '../../core/ids.ts';
import { getRow } from '../../core/table.ts';
import { useDesk, useStation } from '../client/desk.ts';
import { useAnswer } from '../client/rest.ts';
import { openFact } from '../facts/fact-actions.ts';
import { span } from '../layers/layer-lines.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { pictureAddress, Whole, type Brief } from './as-run-data.ts';
import { clockAt, fieldsOf } from './as-run-text.ts';
import css from './as-run.module.css';

const t = text.asRun;

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section aria-label={title} className={css['part']}>
    <h3>{title}</h3>
    {children}
  </section>
);

/** Its room is there whether or not there is a picture. */
export function Picture({ instance, has, label }: { instance: string; has: boolean; label: string }) {
  const desk = useDesk();
  const [broken, setBroken] = useState<string | null>(null);
  return (
    <span className={css['picture']}>
      {has && broken !== instance ? (
        <img
          key={instance}
          src={pictureAddress(desk, instance)}
          alt={label}
          onError={() => setBroken(instance)}
        />
      ) : (
        <span>{t.noPicture}</span>
      )}
    </span>
  );
}

function FactLink({ id, revision }: { id: string; revision: number }) {
  const desk = useDesk();
  const fact = useStation(({ state }) => (state ? getRow(state.show.facts, id) : undefined));
  return (
    <li className={css['factRow']}>
      {fact ? (
        <button
          type="button"
          className={css['link']}
          aria-label={t.openFact(fact.statement)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => openFact(desk, FactId.parse(id))}
        >
          {fact.statement}
        </button>
      ) : (
        <span>
          {id} <i className={css['about']}>{t.gone}</i>
        </span>
      )}
      <span className={css['about']}>
        {t.revision(revision)}
        {fact && fact.revision !== revision && ` · ${t.newer(fact.revision)}`}
      </span>
    </li>
  );
}

function Changes({ lines, zone }: { lines: Whole['lines']; zone: string }) {
  return (
    <ol className={css['changes-list']}>
      {lines.map(({ event, at, by, step, changes }, i) => (
        <li key={i}>
          <p className={css['event']}>
            <time>{clockAt(at, zone)}</time> <b>{t.events[event]}</b>
            <span className={css['about']}>
              {by}
              {step > 0 && ` · ${t.step(step + 1)}`}
            </span>
          </p>
          {changes.length > 0 && (
            <dl className={css['differences']}>
              {changes.map((change) => (
                <div key={change.path}>
                  <dt>{change.title}</dt>
                  <dd>
                    {change.from !== null && <del>{change.from}</del>}
                    {change.from !== null && <span aria-hidden="true"> → </span>}
                    <ins>{change.to ?? t.nothing}</ins>
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

export function DataFields({ data, graphicId }: { data: Whole['entry']['data']; graphicId: string }) {
  const graphic = useStation(({ graphics }) => graphics.get(graphicId));
  const fields = fieldsOf(data, graphic);
  if (fields.length === 0) return <p className={css['about']}>{t.noFields}</p>;
  return (
    <dl className={css['fields']}>
      {fields.map(({ path, title, value }) => (
        <div key={path}>
          <dt>{title}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface AsRunDetailProps {
  entry: Brief;
  /** Shows air at that moment. */
  onAt(at: number): void;
}

export function AsRunDetail({ entry, onAt }: AsRunDetailProps) {
  const { instance, cue, inAt, outAt, channel, layer, by, graphic, override } = entry;
  const zone = useStation(({ state }) => state?.show.timeZone ?? 'UTC');
  const name = useStation(({ graphics }) => graphics.get(graphic.id)?.name ?? graphic.id);
  const answer = useAnswer(`/as-run/${instance}`, Whole, `${entry.changes} ${outAt ?? ''}`);
  const whole = answer?.ok ? answer.body : null;
  const title = text.cue(cue.number, cue.name);
  return (
    <div className={css['detail']}>
      <Picture instance={instance} has={entry.picture} label={t.picture(title)} />
      <header>
        <h3 className={css['name']}>{title}</h3>
        <p className={css['about']}>
          {clockAt(inAt, zone)} –{' '}
          {outAt === null ? t.onAir : `${clockAt(outAt, zone)} (${span(outAt - inAt)})`}
          {' · '}
          {t.channels[channel]} · {text.layers[layer]} · {by}
        </p>
        {override && <p className={css['warning']}>{t.overrideLong(override.by, override.reason)}</p>}
        <Button onClick={() => onAt(inAt + 1000)}>{t.at.fromLog}</Button>
      </header>
      {answer && !answer.ok && <p role="alert">{answer.detail}</p>}
      {whole && (
        <>
          <Part title={t.fields}>
            <DataFields data={whole.entry.data} graphicId={graphic.id} />
            <details className={css['raw']}>
              <summary>{t.raw}</summary>
              <pre>{JSON.stringify(whole.entry.data, null, 2)}</pre>
            </details>
          </Part>
          <Part title={t.facts}>
            {whole.entry.facts.length === 0 ? (
              <p className={css['about']}>{t.noFacts}</p>
            ) : (
              <ul>
                {whole.entry.facts.map((fact) => (
                  <FactLink key={fact.id} {...fact} />
                ))}
              </ul>
            )}
          </Part>
          <Part title={t.changes}>
            <Changes lines={whole.lines} zone={zone} />
          </Part>
          <Part title={t.proof}>
            <dl className={css['fields']}>
              <div>
                <dt>{t.templateHash}</dt>
                <dd>
                  {name} {graphic.version} <code>{graphic.hash}</code>
                </dd>
              </div>
              <div>
                <dt title={t.hashHint}>{t.dataHash}</dt>
                <dd>
                  <code className={css['hash']}>{whole.entry.dataHash}</code>
                </dd>
              </div>
            </dl>
          </Part>
        </>
      )}
    </div>
  );
}
