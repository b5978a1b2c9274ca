/** How an output's picture is made, for the keyer that gets it. */
import type { ShellInfo } from '../../core/outputs/displays.ts';
import type { Output, OutputMode } from '../../core/schema/output.ts';
import { ColorInput } from '../inspector/ColorInput.tsx';
import { text } from '../text.ts';
import { Choices } from '../ui/Choices.tsx';
import { Refused } from './Refused.tsx';
import type { Changes } from './use-changes.ts';
import css from './output-setup.module.css';

const t = text.outputSetup;
const MODES = ['black', 'key-fill', 'key', 'chroma', 'transparent'] as const;
const PLATFORMS = ['win32', 'linux', 'darwin'] as const;

/** What chroma keyers are set to from the start. */
const BROADCAST_GREEN = '#00b140';

const newMode = (kind: OutputMode['kind']): OutputMode =>
  kind === 'chroma' ? { kind, colour: BROADCAST_GREEN } : { kind };

/** On the output's computer, where that is known; else on every one. */
const Transparency = ({ shell }: { shell: ShellInfo | null }) => (
  <ul className={css['findings']}>
    {PLATFORMS.filter((one) => !shell || shell.platform === one).map((one) => (
      <li key={one}>{t.transparency[one]}</li>
    ))}
    <li>{t.preferKey}</li>
  </ul>
);

interface ModeFieldsProps {
  output: Output;
  shell: ShellInfo | null;
  changes: Changes;
}

export function ModeFields({ output, shell, changes }: ModeFieldsProps) {
  const { id: outputId, mode, target } = output;
  const choose = (kind: OutputMode['kind']) => {
    // a display that was kept for the key is free again
    const free = kind !== 'key-fill' && target.kind === 'display' && target.key !== null;
    const change = free ? { mode: newMode(kind), target: { ...target, key: null } } : { mode: newMode(kind) };
    void changes.send('mode', { type: 'output.edit', outputId, ...change });
  };
  return (
    <div className={css['group']}>
      <span className={css['label']}>{t.mode}</span>
      <Choices
        label={t.mode}
        choices={MODES.map((value) => ({ value, label: text.outputs.modes[value] }))}
        value={mode.kind}
        onChoose={choose}
      />
      <span className={css['hint']}>{t.modeHints[mode.kind]}</span>
      <Refused why={changes.refusedAt('mode')} />
      {mode.kind === 'chroma' && (
        <div className={css['colour']}>
          <ColorInput
            label={t.chroma}
            value={mode.colour}
            isDisabled={false}
            check={(typed) => (/^#[0-9a-f]{6}$/i.test(typed.trim()) ? null : t.notAColour)}
            onCommit={(colour) =>
              changes.send('mode', { type: 'output.edit', outputId, mode: { kind: 'chroma', colour } })
            }
          />
        </div>
      )}
      {mode.kind === 'transparent' && <Transparency shell={shell} />}
    </div>
  );
}
