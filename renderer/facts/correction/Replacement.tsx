/** Which fact takes the place of the one that goes. */
import { useCallback, useMemo, useState } from 'react';
import type { FactId } from '../../../core/ids.ts';
import type { Fact } from '../../../core/schema/fact.ts';
import { getRow } from '../../../core/table.ts';
import { useStation } from '../../client/desk.ts';
import { text } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { ApprovalChip } from '../ApprovalChip.tsx';
import { FactRow } from '../FactRow.tsx';
import { useFoundFacts } from '../use-found.ts';
import css from './correction.module.css';

const t = text.correction;
const idOf = (fact: Fact): string => fact.id;
const heightOf = (): number => 50;
const render = (fact: Fact) => <FactRow fact={fact} />;

interface ReplacementProps {
  of: FactId;
  value: FactId | null;
  /** There has to be one. */
  isNeeded: boolean;
  onChoose(fact: FactId | null): void;
}

export function Replacement({ of, value, isNeeded, onChoose }: ReplacementProps) {
  const [isOpen, setOpen] = useState(isNeeded);
  const [words, setWords] = useState('');
  const { found, finish } = useFoundFacts(words);
  const facts = useStation(({ state }) => state?.show.facts ?? null);
  const chosen = facts && value ? getRow(facts, value) : undefined;
  const fits = useCallback(
    ({ id, approval }: Fact) => id !== of && (approval === 'approved' || approval === 'draft'),
    [of],
  );
  const rows = useMemo(() => found.filter(fits), [found, fits]);
  const choose = useCallback((fact: Fact) => onChoose(fact.id), [onChoose]);
  return (
    <section aria-label={t.replacement} className={css['replacement']}>
      <div className={css['chosen']}>
        <span className={css['term']}>{t.replacement}</span>
        {chosen ? (
          <>
            <ApprovalChip approval={chosen.approval} />
            <b className={css['name']}>
              {chosen.seq} {chosen.statement}
            </b>
          </>
        ) : (
          <span className={css['quiet']}>{isNeeded ? t.chooseReplacement : t.noReplacement}</span>
        )}
        {!isOpen && <Button onClick={() => setOpen(true)}>{t.choose}</Button>}
        {chosen && !isNeeded && (
          <Button kind="quiet" onClick={() => onChoose(null)}>
            {t.noReplacement}
          </Button>
        )}
      </div>
      {isOpen && (
        <>
          <input
            type="search"
            aria-label={t.findReplacement}
            placeholder={t.findReplacement}
            className={css['input']}
            value={words}
            onChange={(event) => setWords(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
              event.preventDefault();
              const list = event.currentTarget.parentElement?.querySelector<HTMLElement>('[role="grid"]');
              list?.focus();
              const first = finish().find(fits);
              if (first) choose(first);
            }}
          />
          <VirtualList
            label={t.chooseReplacement}
            rows={rows}
            idOf={idOf}
            heightOf={heightOf}
            selected={value}
            onSelect={choose}
            empty={text.lists.nothingFound}
            className={css['list']}
            render={render}
          />
        </>
      )}
    </section>
  );
}
