/** Ties a field to a fact: pick the fact, pick one of its values, say how it is to be shown. */
import { useMemo, useState } from 'react';
import { joinPath } from '../../core/data-path.ts';
import { PartyId } from '../../core/ids.ts';
import type { Binding } from '../../core/schema/cue.ts';
import type { Fact } from '../../core/schema/fact.ts';
import { useStation } from '../client/desk.ts';
import { FactRow } from '../facts/FactRow.tsx';
import { useFoundFacts } from '../facts/use-found.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import { brief, fits, pathsOf, waysOf, type As, type FactPath } from './bindable.ts';
import { ChoiceInput } from './ChoiceInputs.tsx';
import { useCueEdit } from './edit-context.ts';
import type { Field } from './form-model.ts';
import type { Path } from './paths.ts';
import css from './bind.module.css';

const idOf = (fact: Fact): string => fact.id;
const heightOf = (): number => 50;
const renderFact = (fact: Fact) => <FactRow fact={fact} />;

/** What of a party a field can show. */
const PART: Partial<Record<Field['kind'], 'colour' | 'name'>> = {
  color: 'colour',
  text: 'name',
};

interface BindDialogProps {
  path: Path;
  field: Field;
  onClose(): void;
}

function PathList(props: {
  paths: readonly FactPath[];
  chosen: string | null;
  onChoose(path: string): void;
  onOpen(): void;
}) {
  return (
    <ul className={css['paths']} aria-label={text.bind.pickPath}>
      {props.paths.map(({ path, value }) => (
        <li key={path}>
          <button
            type="button"
            aria-pressed={path === props.chosen}
            className={css['path']}
            onClick={() => props.onChoose(path)}
            onDoubleClick={props.onOpen}
          >
            <span className={css['value']}>{brief(value)}</span>
            <code className={css['code']}>{path}</code>
          </button>
        </li>
      ))}
    </ul>
  );
}

export function BindDialog({ path, field, onClose }: BindDialogProps) {
  const edit = useCueEdit();
  const show = useStation(({ state }) => state?.show ?? null);
  const [query, setQuery] = useState('');
  const [fact, setFact] = useState<Fact | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [way, setWay] = useState<As | null>(null);
  const [party, setParty] = useState<string | null>(null);
  const part = PART[field.kind];
  const { found, finish } = useFoundFacts(query);
  const paths = useMemo(
    () => (fact && show ? pathsOf(fact).filter((one) => fits(field, one, show)) : []),
    [fact, show, field],
  );
  const value = paths.find((one) => one.path === chosen) ?? paths[0];
  const ways = value && show ? waysOf(field, value, show) : [];
  const as = way && ways.includes(way) ? way : (ways[0] ?? 'value');

  const bind = async () => {
    const binding: Binding | null =
      party !== null && part
        ? { party: PartyId.parse(party), part }
        : fact && value
          ? { fact: fact.id, path: value.path, as }
          : null;
    if (!binding) return;
    const done = await edit.setBindings({ ...edit.cue.bindings, [joinPath(path)]: binding });
    if (done.ok) onClose();
  };
  return (
    <Dialog title={text.bind.title(field.title)} size="large" onClose={onClose}>
      <div className={css['sides']}>
        <div className={css['facts']}>
          <input
            autoFocus
            type="search"
            aria-label={text.lists.search}
            placeholder={text.lists.searchHint}
            className={css['search']}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown') return;
              event.preventDefault();
              event.currentTarget.parentElement?.querySelector<HTMLElement>('[role="grid"]')?.focus();
              if (!fact) setFact(finish()[0] ?? null);
            }}
          />
          <VirtualList
            label={text.bind.pickFact}
            rows={found}
            idOf={idOf}
            heightOf={heightOf}
            selected={fact?.id ?? null}
            onSelect={(next) => {
              setFact(next);
              setChosen(null);
            }}
            onOpen={() => void bind()}
            empty={text.lists.nothingFound}
            className={css['list']}
            render={renderFact}
          />
        </div>
        <div className={css['pick']}>
          {fact ? (
            <PathList
              paths={paths}
              chosen={value?.path ?? null}
              onChoose={setChosen}
              onOpen={() => void bind()}
            />
          ) : (
            <p className={css['hint']}>{text.bind.noFact}</p>
          )}
          {fact && paths.length === 0 && <p className={css['hint']}>{text.inspector.boundNothing}</p>}
        </div>
      </div>
      <div className={css['foot']}>
        <ChoiceInput
          label={text.bind.pickAs}
          options={ways.map((one) => ({ value: one, label: text.bind.as[one] }))}
          canBeEmpty={false}
          value={as}
          isDisabled={ways.length < 2}
          onChange={(next) => setWay(ways.find((one) => one === next) ?? null)}
        />
        {part && show && (
          <ChoiceInput
            label={text.form.orParty}
            options={show.parties.order.map((id) => ({
              value: id,
              label: show.parties.byId[id]?.name ?? id,
            }))}
            canBeEmpty
            emptyLabel={text.form.noParty}
            value={party ?? undefined}
            isDisabled={false}
            onChange={(next) => setParty(typeof next === 'string' ? next : null)}
          />
        )}
        <span className={css['space']} />
        <Button onClick={onClose}>{text.bind.cancel}</Button>
        <Button kind="strong" disabled={!value && party === null} onClick={() => void bind()}>
          {text.bind.confirm}
        </Button>
      </div>
    </Dialog>
  );
}
