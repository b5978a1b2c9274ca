/** A House by party: known, leading and projected seats apart, with the sum that they make. */
import { majorityOf } from '../../../core/election/house.ts';
import type { PartyId } from '../../../core/ids.ts';
import type { Fact, Tally } from '../../../core/schema/fact.ts';
import { useStation } from '../../client/desk.ts';
import { DraftInput } from '../../inspector/DraftInput.tsx';
import { text } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { noticeAt, saveAt, useFactEdit, useSaveNow, type FactEdit } from '../fact-edit.ts';
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
  /** The House with that number in it. */
  next(tally: Tally, value: number): Tally;
}

const Count = ({ label, value, edit, hidesLabel = false, next }: CountProps) => (
  <DraftInput
    label={label}
    hidesLabel={hidesLabel}
    value={String(value)}
    inputMode="numeric"
    isDisabled={edit.isDisabled}
    check={whole}
    onCommit={(typed) =>
      saveAt(
        edit,
        'tally',
        ofTally((tally) => next(tally, Number(typed))),
      )
    }
  />
);

/** Made from the House as it is when its turn comes: two numbers typed quickly are both kept. */
const ofTally =
  (next: (tally: Tally) => Tally) =>
  ({ tally }: Fact): Tally | null =>
    tally && next(tally);

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
  const save = useSaveNow();
  const parties = useStation(({ state }) => state?.show.parties ?? null);
  if (!parties) return null;
  const nameOf = (id: string) => parties.byId[id]?.short ?? id;
  const withRow = (before: Tally, party: PartyId, changes: Partial<Row>): Tally => ({
    ...before,
    rows: before.rows.map((row) => (row.party === party ? { ...row, ...changes } : row)),
  });
  const free = parties.order.filter((id) => !tally.rows.some(({ party }) => party === id));
  const add = (id: string) => {
    const party = parties.byId[id];
    if (party)
      save(
        edit,
        'tally',
        ofTally((before) => ({ ...before, rows: [...before.rows, emptyRow(party.id, party.side)] })),
      );
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
        {tally.rows.map((row) => (
          <tr key={row.party}>
            <th scope="row">{nameOf(row.party)}</th>
            {COLUMNS.map((column) => (
              <td key={column}>
                <Count
                  label={text.factForm.seatsOf(nameOf(row.party), WORDS[column])}
                  hidesLabel
                  value={row[column]}
                  edit={edit}
                  next={(before, value) => withRow(before, row.party, { [column]: value })}
                />
              </td>
            ))}
            <td>
              <select
                aria-label={text.factForm.seatsOf(nameOf(row.party), text.factForm.side)}
                value={row.side}
                disabled={edit.isDisabled}
                className={css['side']}
                onChange={(event) => {
                  const side = event.target.value === 'right' ? 'right' : 'left';
                  save(
                    edit,
                    'tally',
                    ofTally((before) => withRow(before, row.party, { side })),
                  );
                }}
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
                  save(
                    edit,
                    'tally',
                    ofTally((before) => ({
                      ...before,
                      rows: before.rows.filter(({ party }) => party !== row.party),
                    })),
                  )
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
  const save = useSaveNow();
  const { tally } = edit.fact;
  const problem = noticeAt(edit, 'tally');
  if (!tally) {
    return (
      <div className={css['wide']}>
        <Button disabled={edit.isDisabled} onClick={() => save(edit, 'tally', { ...EMPTY })}>
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
          next={(before, house) => ({ ...before, house })}
        />
        <Count
          label={text.factForm.vacant}
          value={tally.vacant}
          edit={edit}
          next={(before, vacant) => ({ ...before, vacant })}
        />
        <Count
          label={text.factForm.overhang}
          value={tally.overhang}
          edit={edit}
          next={(before, overhang) => ({ ...before, overhang })}
        />
      </div>
      <Rows tally={tally} edit={edit} />
      <p className={css['sum']}>{text.factForm.sum(held, tally.house, majorityOf(tally.house))}</p>
      {problem && <p className={css['problem']}>{problem}</p>}
      {edit.fact.kind !== 'seat_tally' && (
        <Button kind="quiet" disabled={edit.isDisabled} onClick={() => save(edit, 'tally', null)}>
          {text.factForm.dropTally}
        </Button>
      )}
    </fieldset>
  );
}
