/** Over the table: a new fact, facts from a file, facts into a file, and the settings of the show that facts obey. */
import type { Fact } from '../../core/schema/fact.ts';
import { askApp } from '../client/bridge.ts';
import { useDesk, useUi } from '../client/desk.ts';
import { bindingOf, capOf } from '../keys/keys.ts';
import { runAction } from '../keys/run-action.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { exportFacts } from './export-facts.ts';
import css from './facts-desk.module.css';

export function FactTools({ found }: { found: readonly Fact[] }) {
  const desk = useDesk();
  const locked = useUi((ui) => ui.locked);
  const chosen = useUi((ui) => ui.chosen);
  const shown = useUi((ui) => ui.fact);
  const isChoice = chosen.size > 1 && shown !== null && chosen.has(shown);
  const facts = isChoice ? found.filter(({ id }) => chosen.has(id)) : found;
  return (
    <header className={css['tools']}>
      <h2 className={css['title']}>{text.facts.region}</h2>
      <div role="group" aria-label={text.facts.export} className={css['exports']}>
        <span className={css['exportWord']}>{text.facts.export}</span>
        {desk.bridge ? (
          <Button onClick={() => void askApp(desk, 'exportFacts')}>{text.facts.exportAll}</Button>
        ) : (
          (['csv', 'json'] as const).map((format) => (
            <Button
              key={format}
              aria-label={`${text.facts.export} ${text.facts.formats[format]}`}
              title={text.facts.exportWhat(facts.length)}
              onClick={() => void exportFacts(desk, facts, format)}
            >
              {text.facts.formats[format]}
            </Button>
          ))
        )}
      </div>
      <Button kind="quiet" onClick={() => desk.ui.set({ dialog: 'settings' })}>
        {text.facts.settings}
      </Button>
      <Button disabled={locked} onClick={() => desk.ui.set({ dialog: 'import' })}>
        {text.facts.import}
      </Button>
      <Button
        kind="strong"
        disabled={locked}
        aria-label={text.facts.newFact}
        aria-keyshortcuts={bindingOf('newFact')?.aria}
        onClick={() => runAction(desk, 'newFact')}
      >
        {text.facts.newFact}
        <kbd aria-hidden="true" className={css['cap']}>
          {capOf('newFact')}
        </kbd>
      </Button>
    </header>
  );
}
