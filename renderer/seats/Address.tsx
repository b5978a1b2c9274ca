/** An address to give to another machine, with a button that copies it. */
import { useRef, useState } from 'react';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import css from './seats.module.css';

interface AddressProps {
  label: string;
  address: string;
  /** On the button. */
  copy?: string;
}

export function Address({ label, address, copy = text.seats.copy }: AddressProps) {
  const [said, setSaid] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const onCopy = () => {
    field.current?.select();
    // the clipboard's newer interface is not there on pages of other machines
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    setSaid(document.execCommand('copy') ? text.seats.copied : text.seats.copyFailed);
  };
  return (
    <div className={css['address']}>
      <span className={css['addressLabel']}>{label}</span>
      <input
        ref={field}
        readOnly
        aria-label={label}
        className={css['addressText']}
        value={address}
        onFocus={(event) => event.target.select()}
      />
      <Button aria-label={text.seats.copyOf(label)} onClick={onCopy} onPointerLeave={() => setSaid('')}>
        {said || copy}
      </Button>
    </div>
  );
}
