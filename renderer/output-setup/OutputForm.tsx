/** One output: its name, its channel, where it is shown, how its picture is made, and its address. */
import type { ShellInfo } from '../../core/outputs/displays.ts';
import { CHANNELS } from '../../core/layers.ts';
import type { OutputTarget } from '../../core/schema/output.ts';
import { useStation } from '../client/desk.ts';
import { DraftInput } from '../inspector/DraftInput.tsx';
import { recoveryLine, troubleLine, warningsOf } from '../outputs/place-lines.ts';
import type { OutputLine } from '../outputs/standing.ts';
import { text } from '../text.ts';
import { Choices } from '../ui/Choices.tsx';
import { DisplayPicker } from './DisplayPicker.tsx';
import { ModeFields } from './ModeFields.tsx';
import { OutputAddress } from './OutputAddress.tsx';
import { Refused } from './Refused.tsx';
import type { Changes } from './use-changes.ts';
import css from './output-setup.module.css';

const t = text.outputSetup;
const TARGETS = ['display', 'window', 'browser'] as const;

const NEW_TARGET: Record<OutputTarget['kind'], OutputTarget> = {
  display: { kind: 'display', display: null, key: null },
  window: { kind: 'window' },
  browser: { kind: 'browser' },
};

/** Everything that is wrong or worth a look, in whole sentences. */
function Findings({ line, shell }: { line: OutputLine; shell: ShellInfo | null }) {
  const frameRate = useStation(({ state }) => state?.show.settings.frameRate ?? 50);
  const zone = useStation(({ state }) => state?.show.timeZone ?? 'Pacific/Auckland');
  const trouble = troubleLine(line);
  const recovered = recoveryLine(line.place, zone);
  const all = [
    ...(trouble ? [trouble] : []),
    ...warningsOf(line.place, shell, frameRate).map(({ long }) => long),
    ...(recovered ? [recovered] : []),
  ];
  if (all.length === 0) return null;
  return (
    <ul aria-label={t.warnings} className={css['findings']}>
      {all.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

interface OutputFormProps {
  line: OutputLine;
  shell: ShellInfo | null;
  changes: Changes;
}

export function OutputForm({ line, shell, changes }: OutputFormProps) {
  const { output } = line;
  const outputId = output.id;
  const rehearsing = useStation(({ state }) => state?.air.mode === 'rehearsal');
  return (
    <section aria-label={output.name} className={css['form']}>
      {rehearsing && output.channel === 'program' && <p className={css['hint']}>{t.programStays}</p>}
      <div className={css['pair']}>
        <DraftInput
          label={t.name}
          value={output.name}
          maxLength={60}
          onCommit={(name) => changes.send('name', { type: 'output.edit', outputId, name })}
        />
        <div className={css['group']}>
          <span className={css['label']}>{t.channel}</span>
          <Choices
            label={t.channel}
            choices={CHANNELS.map((value) => ({ value, label: t.channels[value] }))}
            value={output.channel}
            onChoose={(channel) => void changes.send('channel', { type: 'output.edit', outputId, channel })}
          />
          <Refused why={changes.refusedAt('channel')} />
        </div>
      </div>
      <Findings line={line} shell={shell} />
      <div className={css['group']}>
        <span className={css['label']}>{t.target}</span>
        <Choices
          label={t.target}
          choices={TARGETS.map((value) => ({ value, label: text.outputs.targets[value] }))}
          value={output.target.kind}
          onChoose={(kind) =>
            void changes.send('target', { type: 'output.edit', outputId, target: NEW_TARGET[kind] })
          }
        />
        <Refused why={changes.refusedAt('target')} />
      </div>
      {output.target.kind === 'display' && (
        <DisplayPicker line={line} target={output.target} shell={shell} changes={changes} />
      )}
      <ModeFields output={output} shell={shell} changes={changes} />
      <OutputAddress output={output} />
    </section>
  );
}
