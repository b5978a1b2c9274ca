/** Every difference that an import would make, row by row, before anything is written. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ImportCounts, ImportKind, ImportRow } from '../../core/feeds/rest.ts';
import { ChangeLine } from '../feeds/ProposalRowView.tsx';
import { useUi } from '../client/desk.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { Chip, type Tone } from '../ui/Chip.tsx';
import { Choices } from '../ui/Choices.tsx';
import type { ShapeName } from '../ui/Shape.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import type { Import } from './use-import.ts';
import { useRows } from './use-rows.ts';
import css from './imports.module.css';

const t = text.imports;

type Filter = 'all' | ImportKind;

const LOOKS: Record<ImportKind, [Tone, ShapeName]> = {
  new: ['good', 'pencil'],
  changed: ['pvwQuiet', 'differs'],
  same: ['quiet', 'bar'],
  refused: ['fault', 'cross'],
};

interface Line {
  id: string;
  at: number;
}

const idOf = ({ id }: Line): string => id;
const heightOf = (): number => 46;

function RowView({ row }: { row: ImportRow }) {
  const [tone, shape] = LOOKS[row.kind];
  return (
    <div className={css['row']} role="presentation">
      <span role="gridcell" className={css['rowNumber']}>
        {t.row(row.row)}
      </span>
      <span role="gridcell" className={css['rowWhat']}>
        <span className={css['rowStatement']} title={row.statement}>
          {row.statement || '–'}
        </span>
        {row.problems.length > 0 ? (
          <span className={css['rowProblem']}>
            {row.problems.map(({ field, detail }) => [field, detail].filter(Boolean).join(': ')).join(' · ')}
          </span>
        ) : (
          row.kind !== 'new' && <ChangeLine changes={row.changes} />
        )}
      </span>
      <span role="gridcell" className={css['rowKind']}>
        <Chip tone={tone} shape={shape} word={t.kindWords[row.kind]} />
      </span>
    </div>
  );
}

/** Stands for a row until it has come. */
function Loading({ at, ask }: { at: number; ask(at: number): void }) {
  useEffect(() => ask(at), [at, ask]);
  return (
    <span role="gridcell" className={css['loading']}>
      {t.loadingRow}
    </span>
  );
}

interface PreviewStepProps {
  work: Import;
  id: string;
  counts: ImportCounts;
}

export function PreviewStep({ work, id, counts }: PreviewStepProps) {
  const all = counts.new + counts.changed + counts.same + counts.refused;
  const [filter, setFilter] = useState<Filter>(counts.refused > 0 ? 'refused' : 'all');
  const [selected, setSelected] = useState<string | null>(null);
  const total = filter === 'all' ? all : counts[filter];
  const { rowAt, ask } = useRows(id, filter === 'all' ? null : filter);
  const lines = useMemo(
    () => Array.from({ length: total }, (_, at): Line => ({ id: `${filter}-${at}`, at })),
    [filter, total],
  );
  const render = useCallback(
    ({ at }: Line) => {
      const row = rowAt(at);
      return row ? <RowView row={row} /> : <Loading at={at} ask={ask} />;
    },
    [rowAt, ask],
  );
  const choices = [
    { value: 'all' as const, label: t.kindCount(t.all, all) },
    ...(['new', 'changed', 'same', 'refused'] as const).map((kind) => ({
      value: kind,
      label: t.kindCount(t.kinds[kind], counts[kind]),
    })),
  ];
  const locked = useUi((ui) => ui.locked);
  const written = counts.new + counts.changed;
  return (
    <>
      <Choices<Filter> label={t.show} choices={choices} value={filter} onChoose={setFilter} />
      <VirtualList
        label={t.rows}
        rows={lines}
        idOf={idOf}
        heightOf={heightOf}
        selected={selected}
        onSelect={({ id: line }) => setSelected(line)}
        empty={t.nothingOfKind}
        className={css['rows']}
        render={render}
      />
      <div className={css['act']}>
        <span className={css['hint']}>{counts.refused > 0 && t.refusedStay(counts.refused)}</span>
        {work.read?.format === 'csv' && <Button onClick={work.back}>{t.columns}</Button>}
        <Button kind="strong" disabled={locked || written === 0} onClick={() => void work.apply()}>
          {written === 0 ? t.applyNone : t.apply(written)}
        </Button>
      </div>
    </>
  );
}
