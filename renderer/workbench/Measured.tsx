/** One session's calls with what was measured, and what can be seen from inside its frame. */
import { isObject } from '../../core/json.ts';
import type { FrameLook } from '../../core/protocol.ts';
import { text } from '../text.ts';
import { Chip } from '../ui/Chip.tsx';
import { cx } from '../ui/cx.ts';
import type { CallLine, Session } from './session.ts';
import { useSessionState } from './use-session.ts';
import css from './results.module.css';

const { workbench: words } = text;

const clock = (at: number): string => new Date(at).toLocaleTimeString('en-NZ', { hour12: false });

function Took({ ms, declared, verdict }: CallLine) {
  return (
    <>
      {words.ms(ms)}
      {declared !== null && <span className={css['detail']}>{words.declared(declared)}</span>}
      {(verdict === 'over' || verdict === 'under') && (
        <Chip tone="warn" shape={verdict === 'over' ? 'up' : 'down'} word={words.verdicts[verdict]} />
      )}
    </>
  );
}

/** What an action gave back. How texts were set stands by the fields, so it is not said again. */
function resultText(result: unknown): string {
  if (result === undefined) return '';
  const rest = isObject(result)
    ? Object.fromEntries(Object.entries(result).filter(([key]) => key !== 'v_fit'))
    : result;
  return isObject(rest) && Object.keys(rest).length === 0 ? '' : JSON.stringify(rest).slice(0, 200);
}

function Call({ line }: { line: CallLine }) {
  const { frames, dropped, longest, result, saidStep } = line;
  const said = resultText(result);
  const step = saidStep === undefined ? '' : words.stepSaid(saidStep);
  return (
    <tr className={cx(line.statusCode >= 400 && css['bad'])}>
      <td className={css['at']}>{clock(line.at)}</td>
      <th scope="row">{line.what}</th>
      <td>
        {line.statusCode}
        <span className={css['detail']}>{[step, line.message, said].filter(Boolean).join(' · ')}</span>
      </td>
      <td className={css['number']}>
        <Took {...line} />
      </td>
      <td className={css['number']}>
        {frames ?? ''}
        {dropped !== null && dropped > 0 && (
          <span className={css['detail']}>{words.dropped(dropped, longest ?? 0)}</span>
        )}
      </td>
    </tr>
  );
}

/** What is ours in a frame's page is no request of the graphic. */
const isOurs = (url: string): boolean =>
  URL.canParse(url) && new URL(url).pathname.startsWith('/assets/') && url.includes('.localhost');

function Seen({ look, errors }: { look: FrameLook | null; errors: readonly string[] }) {
  const made = look?.requests.filter(({ url, refused }) => !refused && !isOurs(url)) ?? [];
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
        <div className={css['scroll']} tabIndex={0} role="group" aria-label={words.callsOf(name)}>
          <table className={css['calls']}>
            <thead>
              <tr>
                {[columns.at, columns.what, columns.answer].map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
                {[columns.took, columns.frames].map((title) => (
                  <th key={title} scope="col" className={css['number']}>
                    {title}
                  </th>
                ))}
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
