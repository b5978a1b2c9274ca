/** Rundown templates: cues saved under a name on this station, to be inserted into any show. */
import { useCallback, useState, type SyntheticEvent } from 'react';
import { z } from 'zod';
import { Clip } from '../../core/clip.ts';
import { useDesk, useStation, type Desk } from '../client/desk.ts';
import { askStation, useAnswer } from '../client/rest.ts';
import { savedUser } from '../client/seat.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { pasteClip } from './clipboard.ts';
import { chosenCues } from './rundown-ui.ts';
import css from './dialogs.module.css';

const Line = z.object({ id: z.string(), name: z.string(), cues: z.number(), from: z.string() });
type Line = z.infer<typeof Line>;
const Listed = z.object({ templates: z.array(Line), damaged: z.array(z.string()) });
const Whole = z.object({ clip: Clip });

const PATH = '/rundown-templates';
const t = text.rundownTemplates;

/** Sends, and says on the status line why not. @returns whether it was done */
async function ask(desk: Desk, path: string, method: string, body?: object): Promise<boolean> {
  const headers = { 'content-type': 'application/json', 'x-tallydesk-user': savedUser() };
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const answer = await askStation(desk, path, z.unknown(), { method, headers, ...sent });
  if (!answer.ok) desk.say(answer.code, answer.detail);
  return answer.ok;
}

interface EntryProps {
  line: Line;
  onInsert(): void;
  onChanged(): void;
}

function Entry({ line, onInsert, onChanged }: EntryProps) {
  const desk = useDesk();
  const [doing, setDoing] = useState<'rename' | 'delete' | null>(null);
  const [name, setName] = useState(line.name);
  const path = `${PATH}/${line.id}`;
  const done = async (was: Promise<boolean>) => {
    if (!(await was)) return;
    setDoing(null);
    onChanged();
  };
  if (doing === 'rename')
    return (
      <li>
        <form
          className={css['entry']}
          onSubmit={(event) => {
            event.preventDefault();
            void done(ask(desk, path, 'PATCH', { name }));
          }}
        >
          <TextField autoFocus label={t.name} value={name} onChange={setName} />
          <Button onClick={() => setDoing(null)}>{t.keep}</Button>
          <Button kind="strong" type="submit" disabled={name.trim() === ''}>
            {t.save}
          </Button>
        </form>
      </li>
    );
  return (
    <li className={css['entry']}>
      <span>
        <b>{line.name}</b>
        <span className={css['about']}>{t.from(line.from, line.cues)}</span>
      </span>
      {doing === 'delete' ? (
        <>
          <span>{t.deleteSure}</span>
          <Button autoFocus onClick={() => setDoing(null)}>
            {t.keep}
          </Button>
          <Button
            kind="danger"
            aria-label={t.deleteLong(line.name)}
            onClick={() => void done(ask(desk, path, 'DELETE'))}
          >
            {t.delete}
          </Button>
        </>
      ) : (
        <>
          <Button kind="strong" aria-label={t.insertLong(line.name)} onClick={onInsert}>
            {t.insert}
          </Button>
          <Button kind="quiet" aria-label={t.renameLong(line.name)} onClick={() => setDoing('rename')}>
            {t.rename}
          </Button>
          <Button kind="quiet" aria-label={t.deleteLong(line.name)} onClick={() => setDoing('delete')}>
            {t.delete}
          </Button>
        </>
      )}
    </li>
  );
}

function Save({ onSaved }: { onSaved(): void }) {
  const desk = useDesk();
  const all = useStation(({ state }) => state?.show.rundown.length ?? 0);
  const [ids] = useState(() => chosenCues(desk.ui.get()));
  const [name, setName] = useState('');
  const [what, setWhat] = useState(ids.length > 1 ? 'chosen' : 'whole');
  const save = async (event: SyntheticEvent) => {
    event.preventDefault();
    const typed = name.trim();
    if (typed === '') return;
    const body = { name: typed, ...(what === 'chosen' ? { cueIds: ids } : {}) };
    if (!(await ask(desk, PATH, 'POST', body))) return;
    desk.tell(t.saved(typed));
    setName('');
    onSaved();
  };
  return (
    <form className={css['save']} onSubmit={(event) => void save(event)}>
      <TextField autoFocus label={t.name} value={name} onChange={setName} />
      <SelectField
        label={t.what}
        value={what}
        options={[
          { value: 'whole', label: t.saveAll(all) },
          ...(ids.length > 0 ? [{ value: 'chosen', label: t.saveChosen(ids.length) }] : []),
        ]}
        onChange={setWhat}
      />
      <Button kind="strong" type="submit" disabled={name.trim() === '' || all === 0}>
        {t.save}
      </Button>
    </form>
  );
}

export function TemplatesDialog({ onClose }: { onClose(): void }) {
  const desk = useDesk();
  const [stamp, setStamp] = useState(0);
  const answer = useAnswer(PATH, Listed, stamp);
  const again = useCallback(() => setStamp((n) => n + 1), []);
  const insert = async (line: Line) => {
    const got = await askStation(desk, `${PATH}/${line.id}`, Whole);
    if (!got.ok) return desk.say(got.code, got.detail);
    if (await pasteClip(desk, got.body.clip, true)) onClose();
  };
  const listed = answer?.ok ? answer.body : { templates: [], damaged: [] };
  return (
    <Dialog title={t.title} size="small" onClose={onClose} keepsTyped>
      <p className={css['hint']}>{answer && !answer.ok ? answer.detail : t.hint}</p>
      <ul className={css['list']} aria-label={t.title}>
        {listed.templates.map((line) => (
          <Entry
            key={`${line.id} ${line.name}`}
            line={line}
            onInsert={() => void insert(line)}
            onChanged={again}
          />
        ))}
        {listed.damaged.map((file) => (
          <li key={file} className={css['damaged']}>
            {t.damaged(file)}
          </li>
        ))}
      </ul>
      {answer?.ok && listed.templates.length === 0 && <p>{t.none}</p>}
      <Save onSaved={again} />
      <div className={css['foot']}>
        <Button onClick={onClose}>{t.close}</Button>
      </div>
    </Dialog>
  );
}
