/** Where the channels are shown: who is connected, how well it draws, and the address to give to a playout machine. */
import { useState } from 'react';
import type { OutputInfo } from '../../core/protocol.ts';
import { useDesk, useStation } from '../client/desk.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Panel } from '../ui/Panel.tsx';
import css from './outputs.module.css';

const t = text.outputs;

const OutputRow = ({ output }: { output: OutputInfo }) => (
  <li className={css['output']}>
    <span className={css['channel']} data-channel={output.channel}>
      {output.channel}
    </span>
    <span className={css['name']} title={output.name}>
      {output.name || t.unnamed}
    </span>
    <span className={css['kind']}>{t[output.kind]}</span>
    <span className={css['figure']}>{t.fps(output.fps)}</span>
    <span className={css['figure']}>{t.late(output.late)}</span>
    <span className={css['state']}>
      {output.isolation === 'reduced' && (
        <Chip tone="warn" shape="bar" word={t.reduced} title={t.reducedLong} />
      )}
      {output.behind ? (
        <Chip tone="fault" shape="clock" word={t.behind} />
      ) : (
        <Chip tone="good" shape="tick" word={t.current} />
      )}
    </span>
  </li>
);

function Address() {
  const { key } = useDesk();
  const [said, setSaid] = useState('');
  const address = `${location.origin}/output/program?key=${key}`;
  const copy = () =>
    navigator.clipboard.writeText(address).then(
      () => setSaid(t.copied),
      () => setSaid(t.copyFailed),
    );
  return (
    <div className={css['address']}>
      <input
        readOnly
        aria-label={t.address}
        title={t.address}
        className={css['addressText']}
        value={address}
        onFocus={(event) => event.target.select()}
      />
      <Button onClick={() => void copy()} onPointerLeave={() => setSaid('')}>
        {said || t.copy}
      </Button>
    </div>
  );
}

/** Outputs before monitors, program first. */
const ORDER = { program: 0, rehearsal: 1, preview: 2 };
const inOrder = (a: OutputInfo, b: OutputInfo): number =>
  Number(a.kind === 'monitor') - Number(b.kind === 'monitor') ||
  ORDER[a.channel] - ORDER[b.channel] ||
  a.name.localeCompare(b.name);

export function Outputs() {
  const outputs = useStation((station) => station.outputs);
  const line = useStation((station) => station.line);
  const hasProgram = outputs.some((one) => one.kind === 'output' && one.channel === 'program');
  const real = outputs.filter((one) => one.kind === 'output').length;
  return (
    <Panel
      title={t.region}
      className={css['panel']}
      aside={
        <span className={css['sum']}>
          {t.connected(real)} · {t.monitors(outputs.length - real)}
        </span>
      }
    >
      {!hasProgram && line !== 'connecting' && (
        <p role="alert" className={css['none']} title={t.noneLong}>
          <strong>{t.none}</strong>
          <span>{t.noneLong}</span>
        </p>
      )}
      <Address />
      <ul className={css['list']} tabIndex={0} aria-label={t.region}>
        {[...outputs].sort(inOrder).map((output) => (
          <OutputRow key={output.id} output={output} />
        ))}
      </ul>
    </Panel>
  );
}
