/** A new cue begins with its template. It stands after the selected cue, in the same segment. */
import { useState } from 'react';
import { CueId } from '../../core/ids.ts';
import { fold } from '../../core/rundown.ts';
import type { Graphic } from '../../core/schema/manifest.ts';
import { getRow } from '../../core/table.ts';
import { useDesk, useStation } from '../client/desk.ts';
import { runAction } from '../keys/run-action.ts';
import { text } from '../text.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { layerForNew } from './new-cue-layer.ts';
import css from './dialogs.module.css';

export function NewCue({ onClose }: { onClose(): void }) {
  const desk = useDesk();
  const graphics = useStation((station) => station.graphics);
  const [query, setQuery] = useState('');
  const found = [...graphics.values()]
    .filter(({ id, name, description }) => fold(`${id} ${name} ${description}`).includes(fold(query.trim())))
    .sort((a, b) => a.name.localeCompare(b.name));

  const create = async (graphic: Graphic | undefined) => {
    const { state } = desk.client.store.get();
    if (!state || !graphic) return;
    const selected = desk.ui.get().cue;
    const at = selected ? state.show.rundown.indexOf(selected) + 1 : state.show.rundown.length;
    const segment = (selected && getRow(state.show.cues, selected)?.segment) ?? '';
    const layer = layerForNew(state.show, graphic);
    onClose();
    const made = await desk.send({
      type: 'cue.create',
      graphic: graphic.id,
      layer,
      segment,
      index: at,
      name: '',
    });
    if (!made.ok) return;
    desk.ui.set({ cue: CueId.parse(made['cueId']), inspect: 'cue', tab: 'rundown' });
    requestAnimationFrame(() => runAction(desk, 'edit'));
  };
  return (
    <Dialog title={text.newCue.title} size="small" onClose={onClose}>
      <p className={css['hint']}>{text.newCue.hint}</p>
      <input
        autoFocus
        type="search"
        aria-label={text.newCue.filter}
        placeholder={text.newCue.filter}
        className={css['query']}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && void create(found[0])}
      />
      <ul className={css['found']}>
        {found.map((graphic) => (
          <li key={graphic.id}>
            <button type="button" className={css['graphic']} onClick={() => void create(graphic)}>
              <b>{graphic.name}</b>
              <span className={css['note']}>{graphic.description}</span>
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className={css['nothing']}>{text.newCue.none}</p>}
    </Dialog>
  );
}
