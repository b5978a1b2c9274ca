/** A quotation that is not there yet: words and speaker are saved together. */
import { useRef, useState } from 'react';
import { KINDS } from '../../../core/facts/kinds.ts';
import { text } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { saveAt, useFactEdit } from '../fact-edit.ts';
import fields from '../../inspector/fields.module.css';
import { hasLeft, useKeptDraft } from './kept-drafts.ts';
import css from './form.module.css';

const titleOf = (path: string): string => KINDS.quote.fields.find((one) => one.path === path)?.title ?? path;

export function QuoteStart() {
  const edit = useFactEdit();
  const [{ words, speaker }, change, forget] = useKeptDraft(`${edit.fact.id} quote`, {
    words: '',
    speaker: '',
  });
  const [refused, setRefused] = useState('');
  const busy = useRef(false);
  const isComplete = words.trim() !== '' && speaker.trim() !== '';
  const save = async () => {
    if (!isComplete || edit.isDisabled || busy.current) return;
    busy.current = true;
    const result = await saveAt(edit, 'quote', { text: words.trim(), speaker: speaker.trim() });
    busy.current = false;
    setRefused(result.ok ? '' : result.detail);
    if (result.ok) forget();
  };
  return (
    <div className={css['wide']} onBlur={(event) => hasLeft(event) && void save()}>
      <label className={fields['field']}>
        <span className={fields['label']}>{titleOf('quote.text')}</span>
        <textarea
          rows={3}
          className={fields['input']}
          value={words}
          disabled={edit.isDisabled}
          onChange={(event) => change({ words: event.target.value })}
        />
      </label>
      <label className={fields['field']}>
        <span className={fields['label']}>{titleOf('quote.speaker')}</span>
        <input
          type="text"
          className={fields['input']}
          value={speaker}
          disabled={edit.isDisabled}
          onChange={(event) => change({ speaker: event.target.value })}
        />
      </label>
      <Button
        kind="strong"
        savesFields={false}
        disabled={edit.isDisabled || !isComplete}
        onClick={() => void save()}
      >
        {text.factForm.addQuote}
      </Button>
      {refused && <p className={css['problem']}>{refused}</p>}
    </div>
  );
}
