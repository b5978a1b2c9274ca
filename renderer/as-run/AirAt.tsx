/** “Show me air at 21:42”: each channel as viewers saw it then, drawn by the very versions of the templates. */
import { useState, type SubmitEvent } from 'react';
import { pastTime } from '../../core/clock-time.ts';
import type { Graphic } from '../../core/schema/manifest.ts';
import { stationNow, useDesk, useStation } from '../client/desk.ts';
import { useAnswer } from '../client/rest.ts';
import { LiveFrame } from '../frames/LiveFrame.tsx';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { DataFields, Picture } from './AsRunDetail.tsx';
import { AtMoment } from './as-run-data.ts';
import { clockAt, momentAt } from './as-run-text.ts';
import css from './as-run.module.css';

const t = text.asRun;
type Aired = AtMoment['items'][number];

/** The version that was on, where the station still has it. */
function versionOf(
  graphics: ReadonlyMap<string, Graphic>,
  { id, hash, version }: Aired['graphic'],
): Graphic | null {
  const graphic = graphics.get(id);
  if (!graphic) return null;
  const isHere = graphic.hash === hash || graphic.versions.some((one) => one.hash === hash);
  return isHere ? { ...graphic, hash, version } : null;
}

/** All that was up on one channel, one over the other, or its picture where a template's version is gone. */
function Screen({ items }: { items: readonly Aired[] }) {
  const graphics = useStation((station) => station.graphics);
  const drawn = items.map((item) => ({ item, graphic: versionOf(graphics, item.graphic) }));
  const lost = drawn.find(({ graphic }) => graphic === null)?.item;
  if (lost) {
    return (
      <>
        <Picture
          instance={lost.instance}
          has={lost.picture}
          label={t.picture(text.cue(lost.cue.number, lost.cue.name))}
        />
        <p className={css['about']}>{lost.picture ? t.at.pictured : t.at.gone}</p>
      </>
    );
  }
  return (
    <>
      <div className={css['screen']}>
        {drawn.map(
          ({ item, graphic }) =>
            graphic && (
              <div key={`${item.instance} ${item.since}`} className={css['plane']}>
                <LiveFrame
                  graphic={graphic}
                  data={item.data}
                  step={item.step}
                  label={text.cue(item.cue.number, item.cue.name)}
                />
              </div>
            ),
        )}
      </div>
      <p className={css['about']}>{t.at.drawn}</p>
    </>
  );
}

function Item({ item, zone }: { item: Aired; zone: string }) {
  const { cue, layer, inAt, since, by, facts } = item;
  return (
    <li className={css['aired']}>
      <p className={css['event']}>
        <b>{text.cue(cue.number, cue.name)}</b>
        <span className={css['about']}>
          {text.layers[layer]} · {t.at.up(clockAt(inAt, zone))}
          {since !== inAt && ` · ${t.at.since(clockAt(since, zone))}`} · {by}
          {facts.length > 0 &&
            ` · ${facts.map(({ id, revision }) => `${id} ${t.revision(revision)}`).join(', ')}`}
        </span>
      </p>
      <DataFields data={item.data} graphicId={item.graphic.id} />
    </li>
  );
}

function Moment({ at }: { at: number }) {
  const zone = useStation(({ state }) => state?.show.timeZone ?? 'UTC');
  const answer = useAnswer(`/as-run/at?time=${at}`, AtMoment, at);
  if (!answer) return <p className={css['about']}>{t.reading}</p>;
  if (!answer.ok) return <p role="alert">{answer.detail}</p>;
  const { items } = answer.body;
  if (items.length === 0) return <p className={css['clean']}>{t.at.clean}</p>;
  const channels = (['program', 'rehearsal'] as const).filter((one) =>
    items.some(({ channel }) => channel === one),
  );
  return (
    <div className={css['channels']}>
      {channels.map((one) => {
        const mine = items.filter(({ channel }) => channel === one);
        return (
          <section key={one} aria-label={t.channels[one]} className={css['channelAt']}>
            <h3>{t.channels[one]}</h3>
            <div className={css['drawing']}>
              <Screen items={mine} />
            </div>
            <ul aria-label={t.at.isolated}>
              {mine.map((item) => (
                <Item key={item.instance} item={item} zone={zone} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

const SECOND = 1000;

interface AirAtProps {
  /** Epoch ms of what is shown; null before anything was asked. */
  at: number | null;
  onAt(at: number): void;
}

export function AirAt({ at, onAt }: AirAtProps) {
  const desk = useDesk();
  const zone = useStation(({ state }) => state?.show.timeZone ?? 'UTC');
  const now = () => stationNow(desk.client.store.get());
  const [typed, setTyped] = useState(() => (at === null ? '' : momentAt(at, now(), zone)));
  const [wrong, setWrong] = useState(false);
  const show = (to: number) => {
    setTyped(momentAt(to, now(), zone));
    setWrong(false);
    onAt(to);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const read = pastTime(typed, zone, now());
    setWrong(read === null);
    if (read !== null) onAt(read);
  };
  const jump = (by: number, label: string, caption: string) => (
    <Button aria-label={label} disabled={at === null} onClick={() => at !== null && show(at + by)}>
      {caption}
    </Button>
  );
  return (
    <div className={css['at']}>
      <form className={css['atForm']} onSubmit={submit}>
        <label className={css['timeField']}>
          <span>{t.at.label}</span>
          <input
            type="text"
            className={css['atTime']}
            value={typed}
            placeholder={t.timeHint}
            spellCheck={false}
            aria-invalid={wrong}
            aria-describedby="as-run-at-hint"
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        <Button type="submit" kind="strong">
          {t.at.show}
        </Button>
        {jump(-60 * SECOND, t.at.back(t.at.minute), `− ${t.at.minute}`)}
        {jump(-10 * SECOND, t.at.back(t.at.tenSeconds), `− ${t.at.tenSeconds}`)}
        {jump(10 * SECOND, t.at.forward(t.at.tenSeconds), `+ ${t.at.tenSeconds}`)}
        {jump(60 * SECOND, t.at.forward(t.at.minute), `+ ${t.at.minute}`)}
        <span id="as-run-at-hint" role="status" className={wrong ? css['warning'] : css['about']}>
          {wrong ? t.at.wrong : `${t.at.zone(zone)} · ${t.at.hint}`}
        </span>
      </form>
      {at === null ? <p className={css['clean']}>{t.at.ask}</p> : <Moment key={at} at={at} />}
    </div>
  );
}
