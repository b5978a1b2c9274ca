/** Files for editors: a still with alpha of what is on the bench, or a film of it, both drawn by the station. */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { JsonObject } from '../../core/json.ts';
import { FILM_FORMATS, RenderJob, type FilmFormat, type RenderRequest } from '../../core/render.ts';
import type { Graphic } from '../../core/schema/manifest.ts';
import { useDesk, type Desk } from '../client/desk.ts';
import { askStation, postJson } from '../client/rest.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { postForFile } from './post-for-file.ts';
import { settings } from './settings.ts';
import { sizeOf } from './target.ts';
import css from './tools.module.css';

const { workbench: words } = text;

const ASK_EVERY_MS = 500;

/** As a click on a link would: the browser asks where to, or keeps it with its downloads. */
function download(address: string, name: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
}

interface ExportProps {
  graphic: Graphic;
  /** Null while nothing is shown: then of its first step. */
  step: number | null;
  data: JsonObject;
}

const isOver = ({ state }: RenderJob): boolean => state !== 'waiting' && state !== 'running';

/** Follows a film until it is done or has failed. */
function useJob(desk: Desk, onOver: (job: RenderJob) => void) {
  const [job, setJob] = useState<RenderJob | null>(null);
  const over = useEffectEvent(onOver);
  const id = job && !isOver(job) ? job.job : null;
  useEffect(() => {
    if (id === null) return;
    const timer = setInterval(() => {
      void askStation(desk, `/renders/${encodeURIComponent(id)}`, RenderJob).then((answer) => {
        if (!answer.ok) return;
        setJob(answer.body);
        if (isOver(answer.body)) over(answer.body);
      });
    }, ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [desk, id]);
  return { job, setJob };
}

export function ExportButtons({ graphic, step, data }: ExportProps) {
  const desk = useDesk();
  const [said, setSaid] = useState('');
  const [format, setFormat] = useState<FilmFormat>('mov');
  const isDrawing = useRef(false);
  const { job, setJob } = useJob(desk, (made) => {
    // as the station names it: two films of one graphic lie side by side
    const name = `${made.graphic}-${made.job}.${made.format}`;
    if (made.state === 'failed') return setSaid(words.notRendered(made.detail));
    if (made.state !== 'done') return setSaid('');
    download(
      `/api/v1/renders/${encodeURIComponent(made.job)}/file?key=${encodeURIComponent(desk.key)}`,
      name,
    );
    setSaid(words.saved(name));
  });
  const path = `/graphics/${encodeURIComponent(graphic.id)}/render`;
  const request = (): Partial<RenderRequest> => {
    const { size } = settings.get();
    return { hash: graphic.hash, data, step: step ?? 0, width: sizeOf(size).width };
  };
  const still = async (): Promise<void> => {
    if (isDrawing.current) return;
    isDrawing.current = true;
    setSaid(words.drawing);
    const answer = await postForFile(desk.key, path, { ...request(), format: 'png' });
    isDrawing.current = false;
    if (!answer.ok) return setSaid(words.notRendered(answer.detail));
    const name = `${graphic.id}-${(step ?? 0) + 1}.png`;
    const address = URL.createObjectURL(answer.file);
    download(address, name);
    URL.revokeObjectURL(address);
    setSaid(words.saved(name));
  };
  const film = async (): Promise<void> => {
    setSaid('');
    const { rate } = settings.get();
    const answer = await postJson(desk, path, { ...request(), format, frameRate: rate }, RenderJob);
    if (answer.ok) setJob(answer.body);
    else setSaid(words.notRendered(answer.detail));
  };
  const cancel = (id: string): void =>
    void askStation(desk, `/renders/${encodeURIComponent(id)}`, RenderJob, { method: 'DELETE' });
  const isRunning = job !== null && !isOver(job);
  return (
    <span className={css['group']}>
      <span role="status" className={css['note']}>
        {isRunning ? words.rendering(job.done, job.total) : said}
      </span>
      <Button title={words.stillHint} onClick={() => void still()}>
        {words.still}
      </Button>
      <select
        aria-label={words.videoFormat}
        value={format}
        className={css['select']}
        onChange={(event) => setFormat(FILM_FORMATS.find((one) => one === event.target.value) ?? 'mov')}
      >
        {FILM_FORMATS.map((one) => (
          <option key={one} value={one}>
            {words.formats[one]}
          </option>
        ))}
      </select>
      {isRunning ? (
        <Button onClick={() => cancel(job.job)}>{words.cancel}</Button>
      ) : (
        <Button title={words.videoHint} onClick={() => void film()}>
          {words.video}
        </Button>
      )}
    </span>
  );
}
