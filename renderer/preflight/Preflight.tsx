/** The pre-flight list: every cue that would be refused if it were taken now, and every reason. */
import type { CueView } from '../client/cue-views.ts';
import { useDesk, useUi } from '../client/desk.ts';
import { leadTo } from '../facts/fact-actions.ts';
import { runAction } from '../keys/run-action.ts';
import { factsMark } from '../rundown/facts-mark.ts';
import { text } from '../text.ts';
import { Chip } from '../ui/Chip.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import css from './preflight.module.css';

const idOf = ({ cue }: CueView): string => cue.id;
const heightOf = ({ gated }: CueView): number => 30 + 18 * gated.problems.length;
const NONE: readonly CueView[] = [];

/** The facts that hold it back; all of its facts where none of them does. */
const culprits = ({ gated }: CueView) => {
  const held = gated.facts.filter(({ statement }) =>
    gated.problems.some(({ detail }) => detail.includes(statement.slice(0, 50))),
  );
  return (held.length > 0 ? held : gated.facts).map(({ id }) => id);
};

export function Preflight() {
  const desk = useDesk();
  const refused = useUi((ui) => ui.refused);
  const selected = useUi((ui) => ui.cue);
  return (
    <VirtualList
      label={text.lists.preflight}
      rows={refused ?? NONE}
      idOf={idOf}
      heightOf={heightOf}
      selected={selected}
      onSelect={({ cue }) => desk.ui.set({ cue: cue.id, inspect: 'cue' })}
      onOpen={() => runAction(desk, 'recall')}
      empty={refused ? text.preflight.allClear : text.preflight.checking}
      className={css['list']}
      render={(view) => {
        const mark = factsMark(view);
        return (
          <div role="gridcell" className={css['cue']}>
            <span className={css['number']}>{view.cue.number}</span>
            <span className={css['what']}>
              <span className={css['name']}>{view.cue.name || view.text}</span>
              {view.gated.problems.map((problem, i) => (
                <span key={i} className={css['problem']} title={problem.detail}>
                  {text.refused(problem.code, problem.detail)}
                </span>
              ))}
            </span>
            {view.gated.facts.length > 0 ? (
              <button
                type="button"
                tabIndex={-1}
                className={css['toFacts']}
                aria-label={text.lists.factsOf(mark.word, view.cue.number)}
                onMouseDown={(event) => event.preventDefault()}
                onClick={(event) => {
                  event.stopPropagation();
                  leadTo(desk, culprits(view));
                }}
              >
                <Chip tone={mark.tone} shape={mark.shape} word={mark.word} />
              </button>
            ) : (
              <Chip tone={mark.tone} shape={mark.shape} word={mark.word} />
            )}
          </div>
        );
      }}
    />
  );
}
