/** Where the channels are shown: the show's outputs, each with its state and what can be done to it, then whoever else looks. */
import { outputAir } from '../../core/outputs/look.ts';
import type { Output } from '../../core/schema/output.ts';
import { useDesk, useStation } from '../client/desk.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { Panel } from '../ui/Panel.tsx';
import { OutputRow } from './OutputRow.tsx';
import { PageRow } from './PageRow.tsx';
import { PanelSum } from './PanelSum.tsx';
import { otherPages, outputLines } from './standing.ts';
import css from './outputs.module.css';

const t = text.outputs;
const NONE: readonly Output[] = [];

function NoProgram() {
  const has = useStation(({ outputs }) =>
    outputs.some((one) => one.kind === 'output' && one.channel === 'program'),
  );
  const line = useStation((station) => station.line);
  return has || line === 'connecting' ? null : (
    <p role="alert" className={css['none']} title={t.noneLong}>
      <strong>{t.none}</strong>
      <span>{t.noneLong}</span>
    </p>
  );
}

export function Outputs() {
  const desk = useDesk();
  const state = useStation((station) => station.state);
  const outputs = state?.show.outputs ?? NONE;
  const shell = useStation((station) => station.shell);
  const pages = useStation((station) => station.outputs);
  const lines = outputLines(outputs, shell, pages);
  const others = otherPages(pages, lines);
  return (
    <Panel
      title={t.region}
      className={css['panel']}
      notice={<NoProgram />}
      aside={
        <span className={css['aside']}>
          {state && <PanelSum lines={lines} pages={pages} state={state} />}
          <Button onClick={() => desk.ui.set({ dialog: 'outputs', output: null })}>{t.setUpAll}</Button>
        </span>
      }
    >
      <div className={css['all']}>
        {state && outputs.length === 0 && <p className={css['empty']}>{t.noOutputs}</p>}
        <ul aria-label={t.list}>
          {state &&
            lines.map((line) => (
              <OutputRow
                key={line.output.id}
                line={line}
                air={outputAir(state, line.output.id)}
                shell={shell}
              />
            ))}
        </ul>
        {others.length > 0 && (
          <ul aria-label={t.others} className={css['others']}>
            {others.map((page) => (
              <PageRow key={page.id} page={page} />
            ))}
          </ul>
        )}
      </div>
    </Panel>
  );
}
