/** The fact as a form, in the order in which one reads it: what it says, what goes on air, where it comes from, when. */
import type { ReactNode } from 'react';
import { KINDS } from '../../../core/facts/kinds.ts';
import { text } from '../../text.ts';
import { useFactEdit } from '../fact-edit.ts';
import { FlagField, OptionField, PlainField, TextField, TimeField, WordsField } from './Fields.tsx';
import { KindFields } from './KindFields.tsx';
import { ValuesField } from './ValuesField.tsx';
import css from './form.module.css';

const t = text.factForm;

const Group = ({ title, children }: { title: string; children: ReactNode }) => (
  <fieldset className={css['group']}>
    <legend>{title}</legend>
    <div className={css['grid']}>{children}</div>
  </fieldset>
);

export function FactForm() {
  const { fact } = useFactEdit();
  return (
    <div role="group" aria-label={t.group} data-first-field="" className={css['form']}>
      <PlainField path="statement" title={t.statement} long />
      <Group title={KINDS[fact.kind].title}>
        <KindFields />
      </Group>
      <Group title={t.onAir}>
        <TextField path="onAir.headline" title={t.headline} />
        <TextField path="onAir.label" title={text.fact.label} />
        <TextField path="onAir.detail" title={t.detail} className={css['wide']} />
        <OptionField path="onAir.advice" title={text.fact.advice} words={text.advices} />
      </Group>
      <Group title={text.fact.source}>
        <PlainField path="source.name" title={t.sourceName} />
        <PlainField path="source.place" title={t.sourcePlace} />
        <PlainField path="source.sentence" title={t.sourceSentence} long className={css['wide']} />
      </Group>
      <Group title={t.common}>
        <OptionField path="status" title={text.fact.status} words={text.statuses} />
        <OptionField path="certainty" title={text.fact.certainty} words={text.certainties} />
        <TextField path="asOf.countPercent" title={t.asOfPercent} input="percent" />
        <TimeField path="asOf.at" title={t.asOfAt} />
        <PlainField path="asOf.basis" title={t.asOfBasis} />
        <TextField path="asOf.text" title={t.asOfText} />
        <FlagField path="asOf.approximate" title={t.asOfApproximate} />
        <WordsField title={t.hedges} />
      </Group>
      <Group title={t.values}>
        <ValuesField />
      </Group>
      <Group title={t.time}>
        <TimeField path="embargoUntil" title={text.fact.embargo} />
        <TimeField path="staleAfter" title={text.fact.staleAfter} />
        <TextField path="note" title={text.fact.note} long className={css['wide']} />
      </Group>
    </div>
  );
}
