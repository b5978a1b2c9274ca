/** The address of an output, to give to a browser source. */
import { useRef, useState } from 'react';
import type { Output } from '../../core/schema/output.ts';
import { useDesk } from '../client/desk.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import css from './output-setup.module.css';

const t = text.outputSetup;

export function OutputAddress({ output: { id, name, channel } }: { output: Output }) {
  const { key } = useDesk();
  const [said, setSaid] = useState('');
  const address = `${location.origin}/output/${channel}?${new URLSearchParams({ key, output: id })}`;
  const field = useRef<HTMLInputElement>(null);
  const copy = () => {
    field.current?.select();
    // the clipboard's newer interface needs a permission, and pages of the desktop app get none
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    setSaid(document.execCommand('copy') ? t.copied : t.copyFailed);
  };
  return (
    <div className={css['group']}>
      <span className={css['label']}>{t.addressHint}</span>
      <div className={css['address']}>
        <input
          ref={field}
          readOnly
          aria-label={t.address(name)}
          className={css['addressText']}
          value={address}
          onFocus={(event) => event.target.select()}
        />
        <Button onClick={copy} onPointerLeave={() => setSaid('')}>
          {said || t.copy}
        </Button>
      </div>
    </div>
  );
}
