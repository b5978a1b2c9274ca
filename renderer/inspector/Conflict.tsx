/** Under a field that somebody else has changed meanwhile: what it says now, and which of the two is kept. */
import { useEffect, useRef } from 'react';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import css from './conflict.module.css';

const t = text.seats.conflict;

interface ConflictProps {
  theirs: string;
  onTheirs(): void;
  onMine(): void;
}

export function Conflict({ theirs, onTheirs, onMine }: ConflictProps) {
  const place = useRef<HTMLSpanElement>(null);
  // the last field of a form would otherwise ask below its edge
  useEffect(() => {
    // a promise in newer browsers, which an effect must not hand on
    void place.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <span ref={place} className={css['conflict']}>
      <span className={css['theirs']}>{t.theirs(theirs || t.empty)}</span>
      <Button savesFields={false} onClick={onTheirs}>
        {t.takeTheirs}
      </Button>
      <Button savesFields={false} onClick={onMine}>
        {t.keepMine}
      </Button>
    </span>
  );
}
