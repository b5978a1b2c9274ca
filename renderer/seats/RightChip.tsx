/** Who takes, always in sight, and one click that changes it. */
import { useDesk } from '../client/desk.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Shape, type ShapeName } from '../ui/Shape.tsx';
import { useHolder, useReach, type Reach } from './reach.ts';
import css from './seats.module.css';

const SHAPES = { mine: 'dot', everyone: 'ring', theirs: 'cross', viewer: 'frame' } as const satisfies Record<
  Reach,
  ShapeName
>;

const t = text.seats.right;

const shortOf = (reach: Reach, holder: string): string =>
  ({ mine: t.you, everyone: t.everyone, theirs: t.other(holder), viewer: t.viewer })[reach];

const longOf = (reach: Reach, holder: string): string =>
  ({ mine: t.youLong, everyone: t.everyoneLong, theirs: t.otherLong(holder), viewer: t.viewerLong })[reach];

/** Two people. */
const Desks = () => (
  <svg width="16" height="14" viewBox="0 0 16 14" aria-hidden="true" fill="currentColor">
    <circle cx="5" cy="4" r="2.6" />
    <path d="M.5 13a4.5 4.5 0 0 1 9 0Z" />
    <circle cx="11.6" cy="4.6" r="2" opacity=".75" />
    <path d="M10.6 13h5a4 4 0 0 0-5.6-3.6 6 6 0 0 1 .6 3.6Z" opacity=".75" />
  </svg>
);

export function RightChip() {
  const desk = useDesk();
  const reach = useReach();
  const holder = useHolder();
  const isMine = reach === 'mine';
  return (
    <div role="group" aria-label={t.label} className={cx(css['right'], css[reach])}>
      <button
        type="button"
        className={css['chip']}
        aria-label={`${shortOf(reach, holder)}. ${reach === 'viewer' ? '' : isMine ? t.release : t.take}`}
        aria-disabled={reach === 'viewer'}
        title={`${longOf(reach, holder)} ${reach === 'viewer' ? '' : isMine ? t.releaseLong : t.takeLong}`}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => void desk.send({ type: isMine ? 'right.release' : 'right.take' })}
      >
        <Shape name={SHAPES[reach]} />
        <span className={css['chipWords']}>{shortOf(reach, holder)}</span>
      </button>
      <Button
        kind="quiet"
        className={css['desks']}
        aria-label={text.seats.open}
        title={text.seats.openLong}
        savesFields={false}
        onClick={() => desk.ui.set({ dialog: 'desks' })}
      >
        <Desks />
      </Button>
    </div>
  );
}

/** Over the transport of a desk whose keys do not reach air; takes no room. */
export function ReachNote() {
  const reach = useReach();
  const holder = useHolder();
  if (reach !== 'theirs' && reach !== 'viewer') return null;
  return (
    <p className={css['reachNote']}>
      <Shape name={SHAPES[reach]} />
      {reach === 'viewer' ? t.viewerLong : t.note(holder)}
    </p>
  );
}
