/** A party, chosen from those of the show and bound to it, so that its name and colours are the show's. */
import { partyData } from '../../core/bindings.ts';
import { joinPath } from '../../core/data-path.ts';
import { isObject } from '../../core/json.ts';
import { PartyId } from '../../core/ids.ts';
import { useStation } from '../client/desk.ts';
import { text } from '../text.ts';
import { ChoiceInput } from './ChoiceInputs.tsx';
import { isBindable, problemAt, useCueEdit } from './edit-context.ts';
import type { ObjectField } from './form-model.ts';
import { getIn, setIn, type Path } from './paths.ts';

export function PartyInput({ field, path }: { field: ObjectField; path: Path }) {
  const edit = useCueEdit();
  const parties = useStation(({ state }) => state?.show.parties ?? null);
  const { cue } = edit;
  const name = joinPath(path);
  const binding = cue.bindings[name];
  const literal = getIn(cue.data, path);
  const literalId = isObject(literal) && typeof literal['id'] === 'string' ? literal['id'] : undefined;
  const value = binding && 'party' in binding ? binding.party : literalId;
  const options = (parties?.order ?? []).map((id) => ({ value: id, label: parties?.byId[id]?.name ?? id }));

  const choose = (id: string | undefined) => {
    const party = id === undefined ? undefined : parties?.byId[id];
    const rest = Object.fromEntries(Object.entries(cue.bindings).filter(([key]) => key !== name));
    // a row of a list gets the party's own words, and keeps what else it holds
    if (!isBindable(path, field) || edit.bind === null) {
      const kept = isObject(literal) ? literal : {};
      const own = Object.fromEntries(
        Object.entries(kept).filter(([key]) => !['id', 'name', 'short', 'colour', 'ink'].includes(key)),
      );
      void edit.setData(path, { ...own, ...(party ? partyData(party) : {}) });
    } else if (party) {
      void edit.setBindings(
        { ...rest, [name]: { party: PartyId.parse(party.id) } },
        setIn(cue.data, path, undefined),
      );
    } else void edit.setBindings(rest, setIn(cue.data, path, undefined));
  };
  return (
    <ChoiceInput
      label={field.title || text.inspector.party}
      options={options}
      canBeEmpty
      emptyLabel={text.inspector.noParty}
      value={value}
      isDisabled={edit.isDisabled}
      isRequired={field.required}
      problem={problemAt(edit, path)}
      hint={field.description || undefined}
      onChange={(next) => choose(typeof next === 'string' ? next : undefined)}
    />
  );
}
