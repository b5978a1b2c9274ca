/** The names of the columns. A click sorts by one, a second click the other way round. */
import { FACT_COLUMNS, type FactColumn } from '../../core/facts/order.ts';
import { useDesk, useUi } from '../client/desk.ts';
import { text } from '../text.ts';
import { cx } from '../ui/cx.ts';
import { Shape } from '../ui/Shape.tsx';
import css from './table.module.css';

export function TableHead({ id }: { id: string }) {
  const desk = useDesk();
  const { column: by, descending } = useUi((ui) => ui.factOrder);
  const sort = (column: FactColumn) =>
    desk.ui.set({ factOrder: { column, descending: column === by && !descending } });
  return (
    <div id={id} role="row" className={cx(css['columns'], css['head'])}>
      <span role="columnheader" aria-label={text.facts.chosenColumn} />
      {FACT_COLUMNS.map((column) => (
        <span
          key={column}
          role="columnheader"
          aria-sort={column !== by ? 'none' : descending ? 'descending' : 'ascending'}
          className={css[column]}
        >
          <button
            type="button"
            className={css['sort']}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => sort(column)}
          >
            {text.facts.columns[column]}
            {column === by && <Shape name={descending ? 'down' : 'up'} size={7} />}
          </button>
        </span>
      ))}
      <span role="columnheader" className={css['marksHead']}>
        {text.facts.marksColumn}
      </span>
    </div>
  );
}
