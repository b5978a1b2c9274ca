/** "Put this up" with a choice: every graphic that fits the fact, the one that suits it best first. One key does it. */
import { cuesForFact, type DefaultCue } from '../../core/facts/default-cue.ts';
import { getRow } from '../../core/table.ts';
import { useDesk, useStation, useUi } from '../client/desk.ts';
import { cueUpNew } from '../facts/fact-actions.ts';
import { text } from '../text.ts';
import { Dialog } from '../ui/Dialog.tsx';
import css from './dialogs.module.css';

export function PutUpDialog({ onClose }: { onClose(): void }) {
  const desk = useDesk();
  const factId = useUi((ui) => ui.putUp);
  const fact = useStation(({ state }) =>
    state && factId ? (getRow(state.show.facts, factId) ?? null) : null,
  );
  const parties = useStation(({ state }) => state?.show.parties ?? null);
  const graphics = useStation((station) => station.graphics);
  if (!fact || !parties) return null;
  const t = text.putUpChoice;
  const put = (content: DefaultCue) => {
    const { state } = desk.client.store.get();
    onClose();
    if (state) void cueUpNew(desk, state, content);
  };
  return (
    <Dialog title={t.title} size="small" onClose={onClose}>
      <p className={css['hint']}>{fact.onAir.headline ?? fact.statement}</p>
      <ul className={css['list']}>
        {cuesForFact({ parties }, fact, graphics).map((content, i) => (
          <li key={content.graphic}>
            <button type="button" autoFocus={i === 0} className={css['choice']} onClick={() => put(content)}>
              <b>{graphics.get(content.graphic)?.name ?? content.graphic}</b>
              <span className={css['about']}>
                {text.layers[content.layer]}
                {i === 0 ? ` · ${t.best}` : ''}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p className={css['hint']}>{t.hint}</p>
    </Dialog>
  );
}
