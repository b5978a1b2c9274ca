/** The facts of the show that this template is the usual one for: its data is made of one, as on the desk. */
import { useCallback, useMemo, useState } from 'react';
import { resolveCue } from '../../core/bindings.ts';
import { cueForFact } from '../../core/facts/default-cue.ts';
import type { JsonObject } from '../../core/json.ts';
import type { Fact } from '../../core/schema/fact.ts';
import type { Graphic } from '../../core/schema/manifest.ts';
import { useStation } from '../client/desk.ts';
import { FactRow } from '../facts/FactRow.tsx';
import { useFoundFacts } from '../facts/use-found.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import css from './data.module.css';

const { workbench: words } = text;

interface FactDialogProps {
  graphic: Graphic;
  onTake(statement: string, data: JsonObject): void;
  onClose(): void;
}

const idOf = ({ id }: Fact): string => id;
const heightOf = (): number => 50;
const render = (fact: Fact) => <FactRow fact={fact} />;

export function FactDialog({ graphic, onTake, onClose }: FactDialogProps) {
  const show = useStation(({ state }) => state?.show ?? null);
  const graphics = useStation((station) => station.graphics);
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<Fact | null>(null);
  const { found, finish } = useFoundFacts(query);
  const fits = useCallback(
    (fact: Fact) => show !== null && cueForFact(show, fact, graphics)?.graphic === graphic.id,
    [show, graphics, graphic.id],
  );
  const fitting = useMemo(() => found.filter(fits), [found, fits]);
  const take = (fact: Fact | null): void => {
    const cue = fact && show && cueForFact(show, fact, graphics);
    if (!fact || !cue || !show) return;
    onTake(fact.statement, resolveCue(show, cue).data);
    onClose();
  };
  return (
    <Dialog title={words.tryFactTitle} size="large" onClose={onClose}>
      <p className={css['faint']}>{words.tryFactHint}</p>
      <input
        autoFocus
        type="search"
        className={css['search']}
        aria-label={text.lists.search}
        placeholder={text.lists.searchHint}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && take(chosen ?? finish().find(fits) ?? null)}
      />
      <VirtualList
        label={words.tryFactTitle}
        rows={fitting}
        idOf={idOf}
        heightOf={heightOf}
        selected={chosen?.id ?? null}
        onSelect={setChosen}
        onOpen={take}
        empty={words.noFacts}
        className={css['facts']}
        render={render}
      />
      <div>
        <Button kind="strong" disabled={!chosen} onClick={() => take(chosen)}>
          {words.take}
        </Button>
      </div>
    </Dialog>
  );
}
