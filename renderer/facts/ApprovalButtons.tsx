/** Approve and withdraw. A withdrawal asks for its reason in place, so that nothing covers the fact meanwhile. */
import { useState } from 'react';
import type { Fact } from '../../core/schema/fact.ts';
import { useDesk, useUi } from '../client/desk.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import css from './fact-inspector.module.css';

export function ApprovalButtons({ fact }: { fact: Fact }) {
  const desk = useDesk();
  const locked = useUi((ui) => ui.locked);
  const [reason, setReason] = useState<string | null>(null);
  const withdraw = () => {
    void desk.send({ type: 'fact.withdraw', factId: fact.id, reason: reason ?? '' });
    setReason(null);
  };
  if (reason !== null) {
    return (
      <div className={css['buttons']}>
        <input
          autoFocus
          aria-label={text.fact.reason}
          placeholder={text.fact.reason}
          className={css['reason']}
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && withdraw()}
        />
        <Button kind="danger" savesFields={false} onClick={withdraw}>
          {text.fact.confirmWithdraw}
        </Button>
        <Button savesFields={false} onClick={() => setReason(null)}>
          {text.fact.keep}
        </Button>
      </div>
    );
  }
  return (
    <div className={css['buttons']}>
      <Button
        kind="strong"
        disabled={locked || fact.approval !== 'draft'}
        onClick={() => void desk.send({ type: 'fact.approve', factId: fact.id })}
      >
        {text.fact.approve}
      </Button>
      <Button disabled={locked || fact.approval === 'withdrawn'} onClick={() => setReason('')}>
        {text.fact.withdraw}
      </Button>
    </div>
  );
}
