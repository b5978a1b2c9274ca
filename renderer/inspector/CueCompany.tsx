/** The cues that are taken along with this one: at once, or so long after it. Shows what each has its layer on. */
import { useMemo, useState } from 'react';
import { companyPlan, leadsOf } from '../../core/companions.ts';
import { CueId } from '../../core/ids.ts';
import { cuesInOrder } from '../../core/rundown.ts';
import { MAX_COMPANIONS, type Companion, type Cue } from '../../core/schema/cue.ts';
import { getRow } from '../../core/table.ts';
import { useDesk, useStation } from '../client/desk.ts';
import { cueName } from '../rundown/cue-actions.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { Shape } from '../ui/Shape.tsx';
import { DraftInput } from './DraftInput.tsx';
import { readNumber } from './field-text.ts';
import css from './company.module.css';

const DELAY = {
  kind: 'duration',
  required: false,
  min: 0,
  max: 3_600_000,
  key: '',
  title: '',
  description: '',
  default: undefined,
} as const;

const delayOf = (typed: string): number | null => {
  const read = readNumber(DELAY, typed === '' ? '0' : typed);
  return read.ok && typeof read.value === 'number' ? Math.round(read.value) : null;
};

export function CueCompany({ cue, isDisabled }: { cue: Cue; isDisabled: boolean }) {
  const desk = useDesk();
  const show = useStation(({ state }) => state?.show ?? null);
  const t = text.cueSettings;
  const leads = useMemo(
    () => (show ? leadsOf(show).filter(({ with: all }) => all.some((one) => one.cue === cue.id)) : []),
    [show, cue.id],
  );
  const [isReached, setIsReached] = useState(false);
  if (!show) return null;
  const save = (company: Companion[]) =>
    desk.send({ type: 'cue.edit', cueId: cue.id, changes: { with: company } });
  const plan = companyPlan(cue, (id) => getRow(show.cues, id));
  const known = new Set<CueId>([cue.id, ...cue.with.map((one) => one.cue)]);
  // the form is drawn for every cue that is passed by: a list of 2,000 waits until somebody comes to it
  const offered = isReached
    ? cuesInOrder(show).filter((one) => !known.has(one.id) && one.with.length === 0)
    : [];
  const isNested = leads.length > 0;
  const isFull = cue.with.length >= MAX_COMPANIONS;

  const add = (id: CueId) => {
    const other = getRow(show.cues, id);
    if (!other) return;
    // where both are on one layer at once, a delay is the least that is needed
    const clash = [
      { layer: cue.layer, afterMs: 0 },
      ...plan.map((one) => ({ ...one, layer: one.cue.layer })),
    ].some((one) => one.layer === other.layer && one.afterMs === 0);
    const latest = Math.max(0, ...cue.with.map(({ afterMs }) => afterMs));
    void save([...cue.with, { cue: id, afterMs: clash ? latest + 5000 : 0 }]);
  };
  return (
    <section aria-label={t.company} className={css['company']}>
      <h4 className={css['head']}>{t.company}</h4>
      <p className={css['hint']}>
        {isNested ? `${t.companyOf} ${leads.map(cueName).join(', ')}. ${t.nested}` : t.companyHint}
      </p>
      {plan.map(({ cue: other, afterMs, clash }) => (
        <div key={other.id} className={css['row']}>
          <span className={css['name']}>
            {cueName(other)}
            <span className={css['layer']}>{text.layers[other.layer]}</span>
          </span>
          <DraftInput
            label={t.after(cueName(other))}
            hidesLabel
            value={String(afterMs / 1000)}
            unit={text.inspector.seconds}
            inputMode="decimal"
            isDisabled={isDisabled}
            check={(typed) => (delayOf(typed) === null ? text.inspector.notANumber : null)}
            onCommit={(typed) => {
              const ms = delayOf(typed);
              if (ms === null) return null;
              return save(cue.with.map((one) => (one.cue === other.id ? { ...one, afterMs: ms } : one)));
            }}
          />
          <Button
            kind="quiet"
            disabled={isDisabled}
            aria-label={t.drop(cueName(other))}
            title={t.leave}
            onClick={() => void save(cue.with.filter((one) => one.cue !== other.id))}
          >
            <Shape name="cross" />
          </Button>
          {clash && <span className={css['clash']}>{t.clash}</span>}
        </div>
      ))}
      <select
        aria-label={t.add}
        className={css['add']}
        disabled={isDisabled || isNested || isFull}
        value=""
        onFocus={() => setIsReached(true)}
        onPointerEnter={() => setIsReached(true)}
        onChange={(event) => add(CueId.parse(event.target.value))}
      >
        <option value="">{isFull ? t.full(MAX_COMPANIONS) : t.addNone}</option>
        {offered.map((one) => (
          <option key={one.id} value={one.id}>
            {`${cueName(one)} · ${text.layers[one.layer]}`}
          </option>
        ))}
      </select>
    </section>
  );
}
