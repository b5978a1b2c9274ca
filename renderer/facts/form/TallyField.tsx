/** A House by party: known, leading and projected seats apart, with the sum that they make. */
import { majorityOf } from '../../../core/election/house.ts';
import type { PartyId } from '../../../core/ids.ts';
import type { Tally } from '../../../core/schema/fact.ts';
import { useStation } from '../../client/desk.ts';
import { DraftInput } from '../../inspector/DraftInput.tsx';
import { text } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { noticeAt, saveAt, useFactEdit, type FactEdit } from '../fact-edit.ts';
import css from './form.module.css';

type Row = Tally['rows'][number];

const COLUMNS = ['seats', 'leading', 'projected', 'overhang'] as const;
const WORDS: Record<(typeof COLUMNS)[number], string> = {
  seats: text.factForm.seats,
  leading: text.factForm.leading,
  projected: text.factForm.projected,
  overhang: text.factForm.partyOverhang,
};

const whole = (typed: string): string | null =>
  /^\d{1,4}$/.test(typed.trim()) ? null : text.inspector.notWhole;

interface CountProps {
  label: string;
  value: number;
  edit: FactEdit;
  hidesLabel?: boolean;
  next(value: number): Tally;
}

const Count = ({ label, value, edit, hidesLabel = false, next }: CountProps) => (
  <DraftInput
    label={label}
    hidesLabel={hidesLabel}
    value={String(value)}
    inputMode="numeric"
    isDisabled={edit.isDisabled}
    check={whole}
    onCommit={(typed) => saveAt(edit, 'tally', next(Number(typed)))}
  />
);

const emptyRow = (party: PartyId, side: Row['side']): Row => ({
  party,
  seats: 0,
  electorate: null,
  list: null,
  leading: 0,
  projected: 0,
  overhang: 0,
  side,
});

function Rows({ tally, edit }: { tally: Tally; edit: FactEdit }) {
  const parties = useStation(({ state }) => state?.show.parties ?? null);
  if (!parties) return null;
  const nameOf = (id: string) => parties.byId[id]?.short ?? id;
  const withRow = (at: number, changes: Partial<Row>): Tally => ({
    ...tally,
    rows: tally.rows.map((row, i) => (i === at ? { ...row, ...changes } : row)),
  });
  const free = parties.order.filter((id) => !tally.rows.some(({ party }) => party === id));
  const add = (id: string) => {
    const party = parties.byId[id];
    if (party)
      void saveAt(edit, 'tally', { ...tally, rows: [...tally.rows, emptyRow(party.id, party.side)] });
  };
  return (
    <table className={css['tally']}>
      <thead>
        <tr>
          <th scope="col">{text.factForm.party}</th>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {WORDS[column]}
            </th>
          ))}
          <th scope="col">{text.factForm.side}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {tally.rows.map((row, at) => (
          <tr key={row.party}>
            <th scope="row">{nameOf(row.party)}</th>
            {COLUMNS.map((column) => (
              <td key={column}>
                <Count
                  label={text.factForm.seatsOf(nameOf(row.party), WORDS[column])}
                  hidesLabel
                  value={row[column]}
                  edit={edit}
                  next={(value) => withRow(at, { [column]: value })}
                />
              </td>
            ))}
            <td>
              <select
                aria-label={text.factForm.seatsOf(nameOf(row.party), text.factForm.side)}
                value={row.side}
                disabled={edit.isDisabled}
                className={css['side']}
                onChange={(event) =>
                  void saveAt(
                    edit,
                    'tally',
                    withRow(at, { side: event.target.value === 'right' ? 'right' : 'left' }),
                  )
                }
              >
                <option value="left">{text.factForm.left}</option>
                <option value="right">{text.factForm.right}</option>
              </select>
            </td>
            <td>
              <Button
                kind="quiet"
                disabled={edit.isDisabled}
                aria-label={text.factForm.removeParty(nameOf(row.party))}
                onClick={() =>
                  void saveAt(edit, 'tally', { ...tally, rows: tally.rows.filter((_, i) => i !== at) })
                }
              >
                ×
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
      {free.length > 0 && (
        <tfoot>
          <tr>
            <td colSpan={7}>
              <select
                aria-label={text.factForm.addParty}
                value=""
                disabled={edit.isDisabled}
                className={css['side']}
                onChange={(event) => add(event.target.value)}
              >
                <option value="">{text.factForm.addParty}…</option>
                {free.map((id) => (
                  <option key={id} value={id}>
                    {parties.byId[id]?.name ?? id}
                  </option>
                ))}
              </select>
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

/** The seats of a House that nobody has filled in: as many as the law has without overhang. */
const EMPTY: Tally = { house: 120, vacant: 0, overhang: 0, rows: [] };

export function TallyField({ title }: { title: string }) {
  const edit = useFactEdit();
  const { tally } = edit.fact;
  const problem = noticeAt(edit, 'tally');
  if (!tally) {
    return (
      <div className={css['wide']}>
        <Button disabled={edit.isDisabled} onClick={() => void saveAt(edit, 'tally', { ...EMPTY })}>
          {text.factForm.startTally}
        </Button>
        {problem && <p className={css['problem']}>{problem}</p>}
      </div>
    );
  }
  const held = tally.rows.reduce((n, row) => n + row.seats + row.leading + row.projected, tally.vacant);
  return (
    <fieldset className={css['house']}>
      <legend>{title}</legend>
      <div className={css['houseHead']}>
        <Count
          label={text.factForm.house}
          value={tally.house}
          edit={edit}
          next={(house) => ({ ...tally, house })}
        />
        <Count
          label={text.factForm.vacant}
          value={tally.vacant}
          edit={edit}
          next={(vacant) => ({ ...tally, vacant })}
        />
        <Count
          label={text.factForm.overhang}
          value={tally.overhang}
          edit={edit}
          next={(overhang) => ({ ...tally, overhang })}
        />
      </div>
      <Rows tally={tally} edit={edit} />
      <p className={css['sum']}>{text.factForm.sum(held, tally.house, majorityOf(tally.house))}</p>
      {problem && <p className={css['problem']}>{problem}</p>}
      {edit.fact.kind !== 'seat_tally' && (
        <Button kind="quiet" disabled={edit.isDisabled} onClick={() => void saveAt(edit, 'tally', null)}>
          {text.factForm.dropTally}
        </Button>
      )}
    </fieldset>
  );
}
