/**
 * Preview and program, drawn by the very page that draws air. They are pictures: nothing in them can be
 * clicked or get the keyboard, or a press meant for the desk would be lost in a template.
 */
import { useRef, useState } from 'react';
import { LAYERS, type ChannelId } from '../../core/layers.ts';
import { layerOf } from '../../core/playout.ts';
import type { Air } from '../../core/schema/air.ts';
import type { Item } from '../../core/schema/layer-air.ts';
import { useCueView, useDerived, useDesk, useStation } from '../client/desk.ts';
import { savedUser } from '../client/seat.ts';
import { text } from '../text.ts';
import { cx } from '../ui/cx.ts';
import { keptLine } from './kept-line.ts';
import { RecallBuffer } from './RecallBuffer.tsx';
import { useIsOld } from './use-is-old.ts';
import css from './monitors.module.css';

type Ground = 'checker' | 'black';

interface MonitorProps {
  channel: ChannelId;
  label: string;
  frameTitle: string;
  ground: Ground;
  caption: string;
  number: string;
}

function Monitor({ channel, label, frameTitle, ground, caption, number }: MonitorProps) {
  const { key } = useDesk();
  const frame = useRef<HTMLIFrameElement>(null);
  const isOld = useIsOld(frame);
  const [name] = useState(savedUser);
  const kept = useStation((station) => station.state && keptLine(station.state, station, channel));
  const query = new URLSearchParams({ key, kind: 'monitor', name, background: ground });
  return (
    <figure className={cx(css['monitor'], css[channel])} aria-label={`${label} ${number} ${caption}`}>
      <figcaption className={css['caption']}>
        <span className={css['label']}>{label}</span>
        <span className={css['number']}>{number}</span>
        <span className={css['what']} title={caption}>
          {caption}
        </span>
      </figcaption>
      <div className={cx(css['screen'], css[ground])} inert>
        <iframe
          ref={frame}
          title={frameTitle}
          src={`/output/${channel}?${query}`}
          tabIndex={-1}
          className={css['frame']}
        />
        {isOld && <span className={css['old']}>{text.monitors.old}</span>}
        {kept && <span className={css['kept']}>{kept}</span>}
      </div>
    </figure>
  );
}

const itemsOn = (air: Air, channel: ChannelId): Item[] =>
  LAYERS.flatMap((id) => layerOf(air, channel, id).current ?? []).reverse();

const airOf = ({ air }: { air: Air }) => air;
const programItems = (air: Air) => itemsOn(air, air.mode === 'live' ? 'program' : 'rehearsal');

export function Monitors() {
  const [ground, setGround] = useState<Ground>('checker');
  const mode = useStation(({ state }) => state?.air.mode ?? 'live');
  const cued = useStation(({ state }) => state?.air.cued ?? null);
  const view = useCueView(cued);
  const onAir = useDerived(airOf, programItems) ?? [];
  const live = mode === 'live';
  return (
    <section aria-label={text.monitors.region} className={css['monitors']}>
      <Monitor
        channel="preview"
        label={text.monitors.preview}
        frameTitle={text.monitors.previewFrame}
        ground={ground}
        number={view ? String(view.cue.number) : ''}
        caption={view ? view.text || view.cue.name : text.monitors.nothingCued}
      />
      <Monitor
        key={mode}
        channel={live ? 'program' : 'rehearsal'}
        label={live ? text.monitors.program : text.monitors.rehearsal}
        frameTitle={live ? text.monitors.programFrame : text.monitors.rehearsalFrame}
        ground={ground}
        number={onAir.map((item) => item.cue.number).join(' + ')}
        caption={
          (live ? '' : `${text.monitors.notOnAir} · `) +
          (onAir.length === 0 ? text.monitors.clean : onAir.map((item) => item.cue.name).join(' · '))
        }
      />
      <RecallBuffer />
      <button
        type="button"
        className={css['ground']}
        aria-label={`${text.monitors.ground}: ${text.monitors.grounds[ground]}`}
        title={`${text.monitors.ground}: ${text.monitors.grounds[ground]}`}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => setGround(ground === 'checker' ? 'black' : 'checker')}
      >
        <span className={cx(css['swatch'], css[ground])} aria-hidden="true" />
      </button>
    </section>
  );
}
