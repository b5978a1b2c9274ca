/** The fields that facts of this kind have, made from the table of kinds. */
import { KINDS, type KindField } from '../../../core/facts/kinds.ts';
import { useFactEdit } from '../fact-edit.ts';
import { FlagField, PartyField, TextField } from './Fields.tsx';
import { QuoteStart } from './QuoteStart.tsx';
import { TallyField } from './TallyField.tsx';
import css from './form.module.css';

function FieldOf({ field: { path, title, input } }: { field: KindField }) {
  switch (input) {
    case 'party':
      return <PartyField path={path} title={title} />;
    case 'flag':
      return <FlagField path={path} title={title} />;
    case 'tally':
      return <TallyField title={title} />;
    case 'long':
      return <TextField path={path} title={title} long className={css['wide']} />;
    case 'text':
    case 'person':
    case 'electorate':
    case 'votes':
    case 'percent':
    case 'seats':
    case 'year':
      return <TextField path={path} title={title} input={input} />;
    default:
      input satisfies never;
      return null;
  }
}

export function KindFields() {
  const { fact } = useFactEdit();
  const { fields } = KINDS[fact.kind];
  // a quotation is nothing without both its words and its speaker, so it begins with the two of them
  const isUnquoted = fact.kind === 'quote' && fact.quote === null;
  const shown = isUnquoted ? fields.filter(({ path }) => !path.startsWith('quote.')) : fields;
  return (
    <>
      {isUnquoted && <QuoteStart />}
      {shown.map((field) => (
        <FieldOf key={field.path} field={field} />
      ))}
    </>
  );
}
