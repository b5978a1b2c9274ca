/** Under a field that somebody else has changed meanwhile: what it says now, and which of the two is kept. */
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import css from './conflict.module.css';

const t = text.seats.conflict;

interface ConflictProps {
  theirs: string;
  onTheirs(): void;
  onMine(): void;
}

export const Conflict = ({ theirs, onTheirs, onMine }: ConflictProps) => (
  <span className={css['conflict']}>
    <span className={css['theirs']}>{t.theirs(theirs || t.empty)}</span>
    <Button savesFields={false} onClick={onTheirs}>
      {t.takeTheirs}
    </Button>
    <Button savesFields={false} onClick={onMine}>
      {t.keepMine}
    </Button>
  </span>
);
