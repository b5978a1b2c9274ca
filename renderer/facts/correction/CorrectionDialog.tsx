/** The correction dialog: the question, and when it is answered, what became of it and a correction strap to show. */
import { useMemo, useState } from 'react';
import { correctionStrap } from '../../../core/facts/correction-strap.ts';
import type { FactId } from '../../../core/ids.ts';
import type { Fact } from '../../../core/schema/fact.ts';
import { getRow } from '../../../core/table.ts';
import { useDesk, useStation, useUi } from '../../client/desk.ts';
import { text } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { cueUpNew } from '../fact-actions.ts';
import { CorrectionForm, type Done } from './CorrectionForm.tsx';
import type { CorrectionRequest } from './request.ts';
import css from './correction.module.css';

const t = text.correction;

/** The facts that the request is about, as they are now. */
function useRequested({ facts: ids }: CorrectionRequest): Fact[] {
  const facts = useStation(({ state }) => state?.show.facts ?? null);
  return useMemo(() => (facts ? ids.flatMap((id) => getRow(facts, id) ?? []) : []), [facts, ids]);
}

interface AfterProps {
  request: CorrectionRequest;
  done: Done;
  onClose(): void;
}

function After({ request, done: { replacement, refused, waits }, onClose }: AfterProps) {
  const desk = useDesk();
  const addStrap = async (factId: FactId) => {
    const { state } = desk.client.store.get();
    const fact = state && getRow(state.show.facts, factId);
    if (!state || !fact) return;
    // a corrected fact is right by now: the strap says what it says
    const right = request.kind === 'edit' ? fact : replacement && getRow(state.show.facts, replacement);
    onClose();
    await cueUpNew(desk, state, correctionStrap(state.show, fact, right ?? null));
  };
  const [factId] = request.facts;
  return (
    <div className={css['form']}>
      {refused.length > 0 ? (
        <div role="alert" className={css['refused']}>
          {t.refused(refused.length)}
          <ul>
            {[...new Set(refused)].slice(0, 20).map((detail, i) => (
              <li key={i}>{detail}</li>
            ))}
          </ul>
        </div>
      ) : (
        <p role="status">
          {t.done} {waits && t.waiting}
        </p>
      )}
      <footer className={css['foot']}>
        {factId && refused.length === 0 && (
          <>
            <span className={css['effect']}>{t.strapHint}</span>
            <Button onClick={() => void addStrap(factId)}>{t.strap}</Button>
          </>
        )}
        <Button autoFocus kind="strong" onClick={onClose}>
          {t.close}
        </Button>
      </footer>
    </div>
  );
}

function Asked({ request, onClose }: { request: CorrectionRequest; onClose(): void }) {
  const facts = useRequested(request);
  const [done, setDone] = useState<Done | null>(null);
  const cancel = () => {
    if (request.kind === 'edit' && !done)
      request.settle({ ok: false, code: 'cancelled', detail: text.factForm.notSaved });
    onClose();
  };
  const title = request.kind === 'withdraw' ? t.title.withdraw(request.facts.length) : t.title[request.kind];
  return (
    <Dialog title={title} size="large" onClose={cancel}>
      {done ? (
        <After request={request} done={done} onClose={onClose} />
      ) : (
        <CorrectionForm request={request} facts={facts} onCancel={cancel} onDone={setDone} />
      )}
    </Dialog>
  );
}

export function CorrectionDialog({ onClose }: { onClose(): void }) {
  const request = useUi((ui) => ui.correction);
  return request && <Asked request={request} onClose={onClose} />;
}
