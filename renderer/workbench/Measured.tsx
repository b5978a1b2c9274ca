/** One session's calls with what was measured, and what can be seen from inside its frame. */
import type { FrameLook } from '../../core/protocol.ts';
import { workbench as words } from '../text/workbench.ts';
import { Chip } from '../ui/Chip.tsx';
import { cx } from '../ui/cx.ts';
import type { CallLine, Session } from './session.ts';
import { useSessionState } from './use-session.ts';
import css from './results.module.css';

const clock = (at: number): string => new Date(at).toLocaleTimeString('en-NZ', { hour12: false });

function Call({ line }: { line: CallLine }) {
  const bad = line.statusCode >= 400;
  const result = line.result === undefined ? '' : JSON.stringify(line.result).slice(0, 200);
  return (
    <tr className={cx(bad && css['bad'])}>
      <td className={css['at']}>{clock(line.at)}</td>
      <th scope="row">{line.what}</th>
      <td>
        {line.statusCode}
        <span className={css['detail']}>{[line.message, result].filter(Boolean).join(' · ')}</span>
      </td>
      <td>{words.stepSaid(line.saidStep)}</td>
      <td className={css['number']}>{words.ms(line.ms)}</td>
      <td className={css['number']}>
        {words.ms(line.declared)}
        {(line.verdict === 'over' || line.verdict === 'under') && (
          <Chip
            tone="warn"
            shape={line.verdict === 'over' ? 'up' : 'down'}
            word={words.verdicts[line.verdict]}
          />
        )}
        {line.verdict === 'fits' && <span className={css['detail']}>{words.verdicts.fits}</span>}
      </td>
      <td className={css['number']}>
        {line.frames === null ? '' : words.frames(line.frames, line.dropped ?? 0, line.longest ?? 0)}
      </td>
    </tr>
  );
}

function Seen({ look, errors }: { look: FrameLook | null; errors: readonly string[] }) {
  const made = look?.requests.filter(({ refused }) => !refused) ?? [];
  const refused = look?.requests.filter((one) => one.refused) ?? [];
  const yesNo = (is: boolean | undefined): string => (is === undefined ? '' : is ? words.yes : words.no);
  return (
    <>
      <h3 className={css['head']}>{words.seen}</h3>
      <dl className={css['facts']}>
        <dt>{words.painted}</dt>
        <dd>{yesNo(look?.painted)}</dd>
        <dt>{words.moving}</dt>
        <dd>{yesNo(look?.moving)}</dd>
        <dt>{words.leftovers}</dt>
        <dd>{look?.leftovers ?? ''}</dd>
        <dt>{words.requests}</dt>
        <dd>{words.requestsMade(made.length, refused.length)}</dd>
      </dl>
      <ul className={css['list']} aria-label={words.requests}>
        {refused.map(({ url }) => (
          <li key={url} className={css['refused']}>
            <Chip tone="warn" shape="stop" word={words.refusedMark} /> {url}
          </li>
        ))}
        {made.map(({ url }) => (
          <li key={url}>{new URL(url, location.href).pathname.split('/').slice(4).join('/') || url}</li>
        ))}
        {made.length + refused.length === 0 && <li>{words.noRequests}</li>}
      </ul>
      <h3 className={css['head']}>{words.errors}</h3>
      <ul className={css['list']} aria-label={words.errors}>
        {errors.map((error, i) => (
          <li key={i} className={css['refused']}>
            {error}
          </li>
        ))}
        {errors.length === 0 && <li>{words.noErrors}</li>}
      </ul>
    </>
  );
}

export function Measured({ session, name }: { session: Session | null; name: string }) {
  const calls = useSessionState(session, (state) => state.calls);
  const look = useSessionState(session, (state) => state.look);
  const errors = useSessionState(session, (state) => state.errors);
  const { columns } = words;
  return (
    <section className={css['measured']} aria-label={words.callsOf(name)}>
      <h3 className={css['head']}>{words.callsOf(name)}</h3>
      {calls.length === 0 ? (
        <p className={css['faint']}>{words.noCalls}</p>
      ) : (
        <div className={css['scroll']} tabIndex={0} role="region" aria-label={words.callsOf(name)}>
          <table className={css['calls']}>
            <thead>
              <tr>
                {[columns.at, columns.what, columns.answer, columns.step, columns.took].map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
                <th scope="col">{columns.declared}</th>
                <th scope="col">{columns.frames}</th>
              </tr>
            </thead>
            <tbody>
              {calls.map((line) => (
                <Call key={line.n} line={line} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Seen look={look} errors={errors} />
    </section>
  );
}
