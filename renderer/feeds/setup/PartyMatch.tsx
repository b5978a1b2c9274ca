/** Names of parties in the feed that are not the show's, and whose they are. Remembered with the feed. */
import { PartyId } from '../../../core/ids.ts';
import type { FeedContent } from '../../../core/schema/feed.ts';
import type { Show } from '../../../core/schema/show.ts';
import { text } from '../../text.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import css from './setup.module.css';

const { feedSetup: t } = text;

/** No party has it: ids have letters, digits, ".", "_" and "-" only. */
const LEFT_OUT = '*';

interface PartyMatchProps {
  unknown: readonly string[];
  matched: FeedContent['parties'];
  parties: Show['parties'];
  onChange(matched: FeedContent['parties']): void;
}

export function PartyMatch({ unknown, matched, parties, onChange }: PartyMatchProps) {
  const names = [...new Set([...unknown, ...Object.keys(matched)])].sort((a, b) => a.localeCompare(b));
  if (names.length === 0) return null;
  const options = [
    { value: LEFT_OUT, label: t.leftOut },
    ...parties.order.map((id) => ({ value: id, label: parties.byId[id]?.name ?? id })),
  ];
  const choose = (name: string, value: string) => {
    const rest = Object.fromEntries(Object.entries(matched).filter(([key]) => key !== name));
    if (value === '') return onChange(rest);
    onChange({ ...rest, [name]: value === LEFT_OUT ? null : PartyId.parse(value) });
  };
  return (
    <section aria-label={t.parties} className={css['group']}>
      <h3 className={css['groupTitle']}>{t.parties}</h3>
      <p className={css['hint']}>{t.partiesNote}</p>
      <div className={css['match']}>
        {names.map((name) => {
          const match = Object.hasOwn(matched, name) ? matched[name] : undefined;
          return (
            <div key={name} className={css['matchRow']}>
              <span title={name}>{name}</span>
              <SelectField
                label={t.partyFor(name)}
                hidesLabel
                value={match === undefined ? '' : (match ?? LEFT_OUT)}
                empty={t.unmatched}
                options={options}
                onChange={(value) => choose(name, value)}
              />
            </div>
          );
        })}
      </div>
    </section>
  );
}
