/** One output of the show, in two lines that never grow: how it stands and what can be done, then where it is and how it draws. */
import type { ShellInfo } from '../../core/outputs/displays.ts';
import type { OutputAir } from '../../core/schema/output.ts';
import { useDesk, useStation } from '../client/desk.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Shape } from '../ui/Shape.tsx';
import { flagsOf } from './flags.ts';
import { Heartbeat } from './Heartbeat.tsx';
import { OutputActions } from './OutputActions.tsx';
import { ChannelTag, FlagChip, StandingChip } from './OutputChips.tsx';
import { recoveryLine, troubleLine, warningsOf, whereLine } from './place-lines.ts';
import { isDown, needsDisplay, type OutputLine } from './standing.ts';
import css from './outputs.module.css';

const t = text.outputs;

/** What to look at when there is time: the sentences in full are in “Set up”, and here on hover. */
function Notes({ line: { place }, shell }: { line: OutputLine; shell: ShellInfo | null }) {
  const frameRate = useStation(({ state }) => state?.show.settings.frameRate ?? 50);
  const zone = useStation(({ state }) => state?.show.timeZone ?? 'Pacific/Auckland');
  const warnings = warningsOf(place, shell, frameRate);
  const recovered = recoveryLine(place, zone);
  if (warnings.length === 0 && !recovered) return <span className={css['notes']} />;
  const long = [...warnings.map((warning) => warning.long), recovered ?? ''].filter(Boolean).join('\n');
  const short = [...warnings.map((warning) => warning.short), recovered ?? ''].filter(Boolean).join(' · ');
  return (
    <span className={css['notes']} title={long}>
      <Shape name="up" />
      <span className={css['notesText']}>{short}</span>
    </span>
  );
}

interface OutputRowProps {
  line: OutputLine;
  air: Readonly<OutputAir>;
  shell: ShellInfo | null;
}

export function OutputRow({ line, air, shell }: OutputRowProps) {
  const desk = useDesk();
  const { output, page, standing } = line;
  const flags = flagsOf(air);
  const trouble = troubleLine(line);
  const isAlarm = isDown(line);
  const setUp = () => desk.ui.set({ dialog: 'outputs', output: output.id });
  const where = whereLine(line, shell);
  return (
    <li
      aria-label={output.name}
      className={cx(
        css['row'],
        output.channel === 'program' && flags.length > 0 && css['hidden'],
        standing === 'parked' && css['parked'],
        isAlarm && css['alarm'],
      )}
    >
      <div className={css['line']}>
        <ChannelTag channel={output.channel} />
        <strong className={css['name']} title={output.name}>
          {output.name}
        </strong>
        <StandingChip standing={standing} />
        {flags.map((flag) => (
          <FlagChip key={flag} flag={flag} channel={output.channel} />
        ))}
        <Notes line={line} shell={shell} />
        <OutputActions output={output} air={air} onSetUp={setUp} />
      </div>
      <div className={css['line']}>
        {trouble ? (
          <>
            {needsDisplay(line) && (
              <Button
                kind="strong"
                className={css['cure']}
                aria-label={t.chooseFor(output.name)}
                onClick={setUp}
              >
                {t.actions.choose}
              </Button>
            )}
            {standing === 'stopped' && (
              <Button
                kind="strong"
                className={css['cure']}
                aria-label={t.actionOn(t.actions.restart, output.name)}
                onClick={() => void desk.send({ type: 'output.restart', outputId: output.id })}
              >
                {t.actions.restart}
              </Button>
            )}
            <p role={isAlarm ? 'alert' : undefined} className={css['trouble']} title={trouble}>
              {trouble}
            </p>
          </>
        ) : (
          <>
            <span className={css['where']} title={where}>
              {where}
            </span>
            <span className={css['mode']}>{t.modes[output.mode.kind]}</span>
            {page && <Heartbeat page={page} />}
            {!page && standing === 'shown' && <span className={css['noPage']}>{t.noPage}</span>}
          </>
        )}
      </div>
    </li>
  );
}
