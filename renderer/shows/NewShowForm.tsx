/** A new show, made of another one or of a demo, with or without its facts and cues. */
import { useState } from 'react';
import { useDesk } from '../client/desk.ts';
import { CheckInput } from '../inspector/ChoiceInputs.tsx';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { makeShow, type Shelf } from './shows-rest.ts';
import css from './shows.module.css';

const t = text.shows;

export function NewShowForm({ shelf, onMade }: { shelf: Shelf; onMade(): void }) {
  const desk = useDesk();
  const [title, setTitle] = useState('');
  const [template, setTemplate] = useState(shelf.open);
  const [keepFacts, setKeepFacts] = useState(false);
  const [keepCues, setKeepCues] = useState(true);
  const [said, setSaid] = useState('');
  const options = shelf.shows
    .filter(({ problem }) => problem === null)
    .map(({ id, title: name }) => ({ value: id, label: id === shelf.open ? t.thisShow(name) : name }));
  const make = async () => {
    const answer = await makeShow(desk, { title: title.trim(), template, keepFacts, keepCues });
    setSaid(answer.ok ? t.made(answer.body.title) : answer.detail);
    if (!answer.ok) return;
    setTitle('');
    onMade();
  };
  return (
    <form
      className={css['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() !== '') void make();
      }}
    >
      <TextField label={t.newTitle} value={title} onChange={setTitle} />
      <SelectField label={t.template} value={template} options={options} onChange={setTemplate} />
      <fieldset className={css['keep']}>
        <legend>{t.keep}</legend>
        <CheckInput isDisabled={false} label={t.keepCues} value={keepCues} onChange={setKeepCues} />
        <CheckInput isDisabled={false} label={t.keepFacts} value={keepFacts} onChange={setKeepFacts} />
        <p className={css['about']}>{keepCues && !keepFacts ? t.unbound : t.always}</p>
      </fieldset>
      <div className={css['line']}>
        <Button type="submit" kind="strong" disabled={title.trim() === ''}>
          {t.make}
        </Button>
        <p role="status" className={css['said']}>
          {said}
        </p>
      </div>
    </form>
  );
}
