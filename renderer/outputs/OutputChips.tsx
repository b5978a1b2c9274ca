/** Of an output: its channel, how it stands, and every reason why it does not show its channel. */
import type { ChannelId } from '../../core/layers.ts';
import { text } from '../text.ts';
import { Chip, type Tone } from '../ui/Chip.tsx';
import type { ShapeName } from '../ui/Shape.tsx';
import type { Flag } from './flags.ts';
import type { Standing } from './standing.ts';
import css from './outputs.module.css';

const t = text.outputs;

export const ChannelTag = ({ channel }: { channel: ChannelId }) => (
  <span className={css['channel']} data-channel={channel} title={text.outputSetup.channels[channel]}>
    {t.channels[channel]}
  </span>
);

const STANDING: Record<Standing, { tone: Tone; shape: ShapeName }> = {
  shown: { tone: 'good', shape: 'tick' },
  connected: { tone: 'good', shape: 'tick' },
  opening: { tone: 'quiet', shape: 'clock' },
  closed: { tone: 'quiet', shape: 'bar' },
  waiting: { tone: 'quiet', shape: 'clock' },
  'no-app': { tone: 'quiet', shape: 'bar' },
  parked: { tone: 'fault', shape: 'diamond' },
  lost: { tone: 'alarm', shape: 'cross' },
  stopped: { tone: 'alarm', shape: 'stop' },
};

export const StandingChip = ({ standing }: { standing: Standing }) => (
  <Chip {...STANDING[standing]} word={t.states[standing]} />
);

const SHAPES: Record<Flag, ShapeName> = { test: 'card', black: 'square', frozen: 'pause', guides: 'frame' };

/** Filled on a program output: nobody may overlook that viewers do not get the channel. */
export const FlagChip = ({ flag, channel }: { flag: Flag; channel: ChannelId }) => (
  <Chip
    tone={channel === 'program' ? 'fault' : 'warn'}
    shape={SHAPES[flag]}
    word={t.flags[flag]}
    title={t.flagsLong[flag]}
  />
);
