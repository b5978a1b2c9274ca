/** The panel in a few words, in its heading: on a small screen not every row is in sight. */
import { outputAir } from '../../core/outputs/look.ts';
import type { OutputInfo } from '../../core/protocol.ts';
import type { State } from '../../core/state.ts';
import { text } from '../text.ts';
import { Chip } from '../ui/Chip.tsx';
import { flagsOf } from './flags.ts';
import { isDown, type OutputLine } from './standing.ts';
import css from './outputs.module.css';

const t = text.outputs;

interface PanelSumProps {
  lines: readonly OutputLine[];
  pages: readonly OutputInfo[];
  state: State;
}

export function PanelSum({ lines, pages, state }: PanelSumProps) {
  const down = lines.filter(isDown).length;
  const parked = lines.filter(({ standing }) => standing === 'parked').length;
  const covered = lines.filter(
    ({ output }) => output.channel === 'program' && flagsOf(outputAir(state, output.id)).length > 0,
  ).length;
  const real = pages.filter((one) => one.kind === 'output').length;
  return (
    <>
      <span className={css['sum']}>
        {t.connected(real)} · {t.monitors(pages.length - real)}
      </span>
      {covered > 0 && <Chip tone="fault" shape="square" word={t.covered(covered)} title={t.coveredLong} />}
      {parked > 0 && (
        <Chip tone="fault" shape="diamond" word={t.parkedCount(parked)} title={t.parkedCountLong} />
      )}
      {down > 0 && <Chip tone="alarm" shape="cross" word={t.down(down)} title={t.downLong} />}
    </>
  );
}
