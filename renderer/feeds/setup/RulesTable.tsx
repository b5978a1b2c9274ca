/** What a feed's changes need, by the kind of field: a choice each, and what it means in words. */
import { FieldGroup, type FeedRules } from '../../../core/schema/feed.ts';
import { text } from '../../text.ts';
import { Choices } from '../../ui/Choices.tsx';
import css from './setup.module.css';

const { feedSetup: t } = text;

const RULES = (['auto', 'ask', 'ignore'] as const).map((value) => ({ value, label: t.rulesWords[value] }));

interface RulesTableProps {
  rules: FeedRules;
  rulesBy: string | null;
  onChange(rules: FeedRules): void;
}

export function RulesTable({ rules, rulesBy, onChange }: RulesTableProps) {
  return (
    <section aria-label={t.rules} className={css['group']}>
      <h3 className={css['groupTitle']}>{t.rules}</h3>
      <table className={css['rules']}>
        <tbody>
          {FieldGroup.options.map((group) => (
            <tr key={group}>
              <th scope="row">
                {t.groups[group]}
                <span className={css['hint']}>{t.groupHints[group]}</span>
              </th>
              <td>
                <Choices
                  label={t.ruleFor(t.groups[group])}
                  choices={RULES}
                  value={rules[group]}
                  onChoose={(rule) => onChange({ ...rules, [group]: rule })}
                />
              </td>
              <td className={css['means']}>{t.ruleMeans[rules[group]]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={css['hint']}>
        {t.rulesNote} {rulesBy !== null && rulesBy !== '' && t.rulesBy(rulesBy)}
      </p>
    </section>
  );
}
