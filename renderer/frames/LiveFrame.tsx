/** A graphic as it is drawn on air, in a box of this page: loaded once, brought on by a cut, given new data in place. */
import { useEffect, useRef, useState } from 'react';
import type { JsonObject } from '../../core/json.ts';
import type { Graphic } from '../../core/schema/manifest.ts';
import { frameAddress, openFrame } from '../../overlays/host/frame-handle.ts';
import type { GraphicFrame } from '../../overlays/host/graphic-frame.ts';
import { moduleAddress } from '../../overlays/host/origins.ts';
import { ownHost } from './own-host.ts';
import css from './live-frame.module.css';

const LIMIT_MS = 10_000;
const WIDTH = 1920;

interface LiveFrameProps {
  graphic: Graphic;
  /** Complete: with the theme, and valid. */
  data: JsonObject;
  /** The step that is shown, from 0. */
  step?: number;
  label: string;
}

export function LiveFrame({ graphic, data, step = 0, label }: LiveFrameProps) {
  const place = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const frame = useRef<GraphicFrame | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const first = useRef(data);
  const { id, hash } = graphic;

  useEffect(() => {
    const [inside, outside] = [place.current, box.current];
    if (!inside || !outside) return;
    const resize = new ResizeObserver(([entry]) => {
      inside.style.transform = `scale(${(entry?.contentRect.width ?? 0) / WIDTH})`;
    });
    resize.observe(outside);
    return () => resize.disconnect();
  }, []);

  useEffect(() => {
    const inside = place.current;
    if (!inside) return;
    const opened = openFrame(inside, frameAddress(location, ownHost('look'), { id, hash }), {
      onProblem: setProblem,
      onLost: setProblem,
    });
    frame.current = opened;
    const main = moduleAddress(graphic);
    void opened
      .send({ call: 'load', main, data: first.current, layer: 'lower-third' }, LIMIT_MS)
      .then((loaded) => {
        setProblem(loaded.statusCode >= 400 ? loaded.statusMessage : null);
        if (loaded.statusCode < 400)
          void opened.send({ call: 'play', goto: step, skipAnimation: true }, LIMIT_MS);
      });
    return () => {
      opened.remove();
      frame.current = null;
    };
    // a frame for each version of the graphic; new data goes into it below
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [id, hash, step]);

  useEffect(() => {
    if (first.current === data) return;
    first.current = data;
    void frame.current?.send({ call: 'update', data, skipAnimation: true }, LIMIT_MS).then((answer) => {
      setProblem(answer.statusCode >= 400 ? answer.statusMessage : null);
    });
  }, [data]);

  return (
    <figure className={css['figure']} aria-label={label}>
      <div ref={box} className={css['box']} inert>
        <div ref={place} className={css['place']} />
      </div>
      <figcaption className={css['caption']}>
        {label}
        {problem && <span className={css['problem']}>{problem}</span>}
      </figcaption>
    </figure>
  );
}
