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
        aria-label={shortOf(reach, holder)}
        title={longOf(reach, holder)}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => desk.ui.set({ dialog: 'desks' })}
      >
        <Shape name={SHAPES[reach]} />
        <span className={css['chipWords']}>{shortOf(reach, holder)}</span>
      </button>
      <Button
        className={css['act']}
        aria-disabled={reach === 'viewer'}
        title={reach === 'viewer' ? t.viewerLong : isMine ? t.releaseLong : t.takeLong}
        savesFields={false}
        onClick={() => void desk.send({ type: isMine ? 'right.release' : 'right.take' })}
      >
        {isMine ? t.release : t.take}
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
