/** Who else is at this cue or fact: a name and a shape in its row, and a line over its form. */
import { useStation } from '../client/desk.ts';
import { text } from '../text.ts';
import { cx } from '../ui/cx.ts';
import { Shape } from '../ui/Shape.tsx';
import { othersAt, type Kind, type Other } from './others.ts';
import css from './seats.module.css';

interface At {
  kind: Kind;
  id: string;
}

const useOthers = ({ kind, id }: At): readonly Other[] =>
  useStation(({ seats, seat }) => othersAt(seats, seat, kind, id));

/** In a row. Takes no room of its own: it stands at the end of a line that is cut off where it is too long. */
export function SeatMarks({ kind, id }: At) {
  const others = useOthers({ kind, id });
  return others.map(({ seat, user, editing }) => {
    const words = editing ? text.seats.marks.editing(user) : text.seats.marks.selected(user);
    return (
      <span key={seat} title={words} className={cx(css['mark'], editing && css['editing'])}>
        <Shape name={editing ? 'pencil' : 'frame'} />
        <span aria-hidden="true">{user}</span>
        <span className={css['hidden']}>{words}</span>
      </span>
    );
  });
}

/** Beside the heading of the form, in the place that is always there. */
export function SeatNotice({ kind, id }: At) {
  const editing = useOthers({ kind, id }).filter((one) => one.editing);
  const words = text.seats.editingNow(editing.map(({ user }) => user).join(', '));
  return (
    <span role="status" className={css['notice']} title={editing.length > 0 ? words : undefined}>
      {editing.length > 0 && (
        <>
          <Shape name="pencil" />
          <span className={css['noticeWords']}>{words}</span>
        </>
      )}
    </span>
  );
}
