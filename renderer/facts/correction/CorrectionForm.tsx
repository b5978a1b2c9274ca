/**
 * Withdrawing, superseding or correcting a fact that is in use: every place where it is used and was shown, what becomes
 * of each, and one button that does it all. Before that button nothing on air changes.
 */
import { useMemo, useRef, useState } from 'react';
import { z } from 'zod';
import { differenceOf } from '../../../core/facts/difference.ts';
import { usesOfMany } from '../../../core/facts/uses.ts';
import type { FactId } from '../../../core/ids.ts';
import type { Fact } from '../../../core/schema/fact.ts';
import type { UseAction } from '../../../core/schema/fact-use.ts';
import { FactContent } from '../../../core/schema/fact.ts';
import { useDesk, useStation } from '../../client/desk.ts';
import { text } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { wordsAt } from '../fact-text.ts';
import { useShown } from '../log/fact-log.ts';
import { Shown } from '../log/Shown.tsx';
import { countOf, keyOf, plan, type PlannedUse } from './plan.ts';
import { Replacement } from './Replacement.tsx';
import type { CorrectionRequest } from './request.ts';
import { sendCorrection } from './send.ts';
import { UseRow } from './UseRow.tsx';
import css from './correction.module.css';

const t = text.correction;
/** More uses are not listed one by one: what is done to all of them still is. */
const MOST_LISTED = 100;
const ACTIONS: readonly UseAction[] = ['replace', 'pull', 'keep'];

/** The answer of a correction that air could not take over at once. */
const Waiting = z.object({ waiting: z.array(z.string()).min(1) });

function Changes({ fact, request }: { fact: Fact; request: CorrectionRequest }) {
  if (request.kind !== 'edit') return null;
  const made = request.change(fact);
  if (!made.ok) return <p role="alert">{made.detail}</p>;
  const before = FactContent.parse(fact);
  return (
    <dl className={css['changes']}>
      {differenceOf(before, FactContent.parse({ ...before, ...made.changes })).map((change) => (
        <div key={change.path}>
          <dt className={css['term']}>{change.title}</dt>
          <dd>
            <del>{wordsAt(change.path, change.from) ?? text.factLog.nothing}</del> →{' '}
            <ins>{wordsAt(change.path, change.to) ?? text.factLog.nothing}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface UsesProps {
  planned: readonly PlannedUse[];
  onChoose(uses: readonly PlannedUse[], action: UseAction): void;
}

function Uses({ planned, onChoose }: UsesProps) {
  if (planned.length === 0) return <p className={css['quiet']}>{t.noUses}</p>;
  return (
    <section aria-label={t.uses}>
      <header className={css['usesHead']}>
        <h3 className={css['heading']}>{t.uses}</h3>
        {planned.length > 1 &&
          ACTIONS.map((action) => {
            const able = planned.filter(({ possible }) => possible.includes(action));
            return (
              able.length > 0 && (
                <Button key={action} title={t.actionLong[action]} onClick={() => onChoose(able, action)}>
                  {t.allOf(t.actions[action])}
                </Button>
              )
            );
          })}
      </header>
      <ul className={css['uses']}>
        {planned.slice(0, MOST_LISTED).map((one) => (
          <UseRow
            key={keyOf(one.fact, one.use)}
            planned={one}
            onChoose={(action) => onChoose([one], action)}
          />
        ))}
      </ul>
      {planned.length > MOST_LISTED && (
        <p className={css['quiet']}>{t.moreUses(planned.length - MOST_LISTED)}</p>
      )}
    </section>
  );
}

function WasShown({ factId }: { factId: FactId }) {
  const shown = useShown(factId);
  return (
    <section aria-label={t.shown}>
      <h3 className={css['heading']}>{t.shown}</h3>
      <div className={css['shown']}>
        <Shown factId={factId} asked={shown} />
      </div>
    </section>
  );
}

export interface Done {
  replacement: FactId | null;
  /** Sentences of the station, for those that were refused. */
  refused: readonly string[];
  /** Something on air changes as soon as the correction is approved. */
  waits: boolean;
}

interface CorrectionFormProps {
  request: CorrectionRequest;
  facts: readonly Fact[];
  onCancel(): void;
  onDone(done: Done): void;
}

export function CorrectionForm({ request, facts, onCancel, onDone }: CorrectionFormProps) {
  const desk = useDesk();
  const cues = useStation(({ state }) => state?.show.cues ?? null);
  const rundown = useStation(({ state }) => state?.show.rundown ?? null);
  const air = useStation(({ state }) => state?.air ?? null);
  const [chosen, setChosen] = useState<ReadonlyMap<string, UseAction>>(new Map());
  const [reason, setReason] = useState('');
  const [replacement, setReplacement] = useState<FactId | null>(null);
  const [sending, setSending] = useState<number | null>(null);
  const uses = useMemo(
    () =>
      cues && rundown && air
        ? [...usesOfMany({ show: { cues, rundown }, air }, request.facts)].map(([fact, of]) => ({
            fact,
            uses: of,
          }))
        : [],
    [cues, rundown, air, request],
  );
  const isSent = useRef(false);
  const hasReplacement = request.kind === 'edit' || replacement !== null;
  const planned = useMemo(() => plan(uses, chosen, hasReplacement), [uses, chosen, hasReplacement]);
  const [first] = facts;
  const canConfirm = sending === null && (request.kind !== 'supersede' || replacement !== null);
  const choose = (some: readonly PlannedUse[], action: UseAction) =>
    setChosen(new Map([...chosen, ...some.map(({ fact, use }) => [keyOf(fact, use), action] as const)]));
  const confirm = async () => {
    // not the state: a second press may come before it is drawn
    if (!canConfirm || isSent.current) return;
    isSent.current = true;
    setSending(0);
    const results = await sendCorrection(desk, { request, facts, planned, reason, replacement }, setSending);
    const [result] = results;
    if (request.kind === 'edit' && result) request.settle(result);
    const refused = results.flatMap((one) => (one.ok ? [] : [one.detail]));
    const left = facts.length - results.length;
    if (left > 0 && request.kind !== 'edit') refused.push(t.notSent(left));
    const waits = results.some((one) => Waiting.safeParse(one).success);
    onDone({ replacement, refused, waits });
  };
  return (
    <form
      className={css['form']}
      // Enter alone never confirms: digits and Enter are typed for a recall, and would withdraw what is on air
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !event.ctrlKey) return;
        event.preventDefault();
        if (!event.repeat) void confirm();
      }}
    >
      {facts.slice(0, 5).map((fact) => (
        <p key={fact.id} className={css['statement']}>
          {fact.seq} {fact.statement}
        </p>
      ))}
      {facts.length > 5 && <p className={css['quiet']}>{t.more(facts.length - 5)}</p>}
      {first && <Changes fact={first} request={request} />}
      {request.kind !== 'edit' && first && facts.length === 1 && (
        <Replacement
          of={first.id}
          value={replacement}
          isNeeded={request.kind === 'supersede'}
          onChoose={setReplacement}
        />
      )}
      <Uses planned={planned} onChoose={choose} />
      {first && facts.length === 1 && <WasShown factId={first.id} />}
      <label className={css['label']}>
        {t.reason}
        <input
          autoFocus={request.kind !== 'supersede'}
          type="text"
          className={css['input']}
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <footer className={css['foot']}>
        <span className={css['effect']} role="status">
          {t.effect(
            t.takes[request.kind],
            countOf(planned, 'replace'),
            countOf(planned, 'pull'),
            countOf(planned, 'keep'),
          )}
          <span className={css['quiet']}> {t.nothingYet}</span>
        </span>
        <Button onClick={onCancel}>{t.cancel}</Button>
        <Button kind="danger" disabled={!canConfirm} onClick={() => void confirm()}>
          {sending !== null && facts.length > 1
            ? text.facts.progress(sending, facts.length)
            : t.confirm[request.kind]}
          <kbd aria-hidden="true">Ctrl Enter</kbd>
        </Button>
      </footer>
    </form>
  );
}
