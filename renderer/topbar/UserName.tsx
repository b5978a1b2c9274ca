/** Who sits at this desk. Approvals need a name, and another one than the author's. */
import { useState } from 'react';
import { useDesk } from '../client/desk.ts';
import { DEFAULT_USER, saveUser, savedUser } from '../client/seat.ts';
import { text } from '../text.ts';
import css from './top-bar.module.css';

export function UserName() {
  const { client } = useDesk();
  const [name, setName] = useState(savedUser);
  const save = () => {
    const user = name.trim() || DEFAULT_USER;
    setName(user);
    saveUser(user);
    client.signIn(user);
  };
  return (
    <input
      aria-label={text.top.user}
      title={text.top.userHint}
      className={css['user']}
      value={name}
      maxLength={80}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => setName(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  );
}
