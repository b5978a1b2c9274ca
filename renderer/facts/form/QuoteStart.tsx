/** A quotation that is not there yet: words and speaker are saved together. */
import { useState } from 'react';
import { KINDS } from '../../../core/facts/kinds.ts';
import { text } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { saveAt, useFactEdit } from '../fact-edit.ts';
import fields from '../../inspector/fields.module.css';
import css from './form.module.css';

const titleOf = (path: string): string => KINDS.quote.fields.find((one) => one.path === path)?.title ?? path;

export function QuoteStart() {
  const edit = useFactEdit();
  const [words, setWords] = useState('');
  const [speaker, setSpeaker] = useState('');
  const save = () => void saveAt(edit, 'quote', { text: words.trim(), speaker: speaker.trim() });
  return (
    <div className={css['wide']}>
      <label className={fields['field']}>
        <span className={fields['label']}>{titleOf('quote.text')}</span>
        <textarea
          rows={3}
          className={fields['input']}
          value={words}
          disabled={edit.isDisabled}
          onChange={(event) => setWords(event.target.value)}
        />
      </label>
      <label className={fields['field']}>
        <span className={fields['label']}>{titleOf('quote.speaker')}</span>
        <input
          type="text"
          className={fields['input']}
          value={speaker}
          disabled={edit.isDisabled}
          onChange={(event) => setSpeaker(event.target.value)}
        />
      </label>
      <Button
        kind="strong"
        disabled={edit.isDisabled || words.trim() === '' || speaker.trim() === ''}
        onClick={save}
      >
        {text.factForm.addQuote}
      </Button>
    </div>
  );
}
