/** Which display an output stands on; for key + fill, two of them. The choice is kept as what is known of the display. */
import { refOf, type DisplayInfo, type ShellInfo } from '../../core/outputs/displays.ts';
import type { OutputTarget } from '../../core/schema/output.ts';
import { askApp } from '../client/bridge.ts';
import { useDesk, useStation } from '../client/desk.ts';
import { needsDisplay, type OutputLine } from '../outputs/standing.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { DisplayMap } from './DisplayMap.tsx';
import { keyMisfit } from '../../core/outputs/key-display.ts';
import { Refused } from './Refused.tsx';
import type { Changes } from './use-changes.ts';
import css from './output-setup.module.css';

const t = text.outputSetup;

type DisplayTarget = Extract<OutputTarget, { kind: 'display' }>;

interface DisplayPickerProps {
  line: OutputLine;
  target: DisplayTarget;
  shell: ShellInfo | null;
  changes: Changes;
}

/** Asks the app to number the displays; a desk in a browser cannot. */
function Identify() {
  const desk = useDesk();
  return desk.bridge ? (
    <Button title={t.identifyHint} onClick={() => void askApp(desk, 'identify')}>
      {t.identify}
    </Button>
  ) : (
    <span className={css['hint']}>{t.identifyElsewhere}</span>
  );
}

export function DisplayPicker({ line, target, shell, changes }: DisplayPickerProps) {
  const outputs = useStation(({ state }) => state?.show.outputs ?? null);
  if (!shell) return <p className={css['hint']}>{t.noApp}</p>;
  const { output, place, standing } = line;
  const { displays, home, places } = shell;
  const byId = (id: number | undefined) => displays.find((display) => display.id === id) ?? null;
  // an id is no promise: where the app does not know the display again, none is shown as chosen
  const isKnown = standing !== 'lost' && place?.parkedFor !== 'unsure';
  const fill = byId(place?.displays[0]) ?? (isKnown ? byId(target.display?.id) : null);
  const key = byId(place?.displays[1]) ?? (isKnown ? byId(target.key?.id) : null);
  const hasKey = output.mode.kind === 'key-fill';

  const nameOf = (id: string) => outputs?.find((one) => one.id === id)?.name ?? id;
  const standsOn = ({ id }: DisplayInfo): string[] => [
    ...(id === home ? [t.thisDesk] : []),
    ...places
      .flatMap(({ output: one, displays: on }) =>
        on.map((display, i) => (display !== id ? null : i === 0 ? nameOf(one) : t.keyOf(nameOf(one)))),
      )
      .filter((word) => word !== null),
  ];
  const whyDesk = ({ id }: DisplayInfo) => (id === home ? t.whyDesk : null);
  const misfitOf = (display: DisplayInfo) => fill && keyMisfit(fill, display);
  const whyNotKey = (display: DisplayInfo): string | null => {
    const misfit = misfitOf(display);
    return fill ? (whyDesk(display) ?? (misfit && t.keyMisfits[misfit])) : t.noFill;
  };
  // the reason is on the tile: it has to be read before it is refused
  const standsOnForKey = (display: DisplayInfo): string[] => {
    const misfit = misfitOf(display);
    return misfit && display.id !== home ? [t.keyMisfits[misfit]] : standsOn(display);
  };
  const choose = (display: DisplayInfo) => {
    const keeps = key && keyMisfit(display, key) === null;
    const next: DisplayTarget = {
      kind: 'display',
      display: refOf(display, displays),
      key: hasKey && keeps ? refOf(key, displays) : null,
    };
    void changes.send('display', { type: 'output.edit', outputId: output.id, target: next });
  };
  const chooseKey = (display: DisplayInfo) => {
    const next = { ...target, key: refOf(display, displays) };
    void changes.send('key', { type: 'output.edit', outputId: output.id, target: next });
  };
  return (
    <>
      <div className={css['group']}>
        <span className={css['head']}>
          <span className={css['label']}>{t.display}</span>
          <span className={css['hint']}>{t.arrows}</span>
          <Identify />
        </span>
        <DisplayMap
          label={t.display}
          displays={displays}
          value={fill?.id ?? null}
          standsOn={standsOn}
          whyNot={whyDesk}
          onChoose={choose}
          autoFocus={needsDisplay(line)}
        />
        <Refused why={changes.refusedAt('display')} />
      </div>
      {hasKey && (
        <div className={css['group']}>
          <span className={css['head']}>
            <span className={css['label']}>{t.keyDisplay}</span>
            <span className={css['hint']}>{fill ? t.keyRule : t.noFill}</span>
          </span>
          <DisplayMap
            label={t.keyDisplay}
            displays={displays}
            value={key?.id ?? null}
            standsOn={standsOnForKey}
            whyNot={whyNotKey}
            onChoose={chooseKey}
          />
          <Refused why={changes.refusedAt('key')} />
        </div>
      )}
    </>
  );
}
