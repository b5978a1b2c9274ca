/** Why the station refused, right where it was asked. */
import css from './output-setup.module.css';

export const Refused = ({ why }: { why: string | null }) =>
  why === null ? null : (
    <p role="alert" className={css['refused']}>
      {why}
    </p>
  );
