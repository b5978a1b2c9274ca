/** The displays as they stand beside each other, to scale. One of them is chosen as radio buttons are. */
import type { DisplayInfo } from '../../core/outputs/displays.ts';
import { displayName, numberOf } from '../outputs/place-lines.ts';
import { text } from '../text.ts';
import { Choices } from '../ui/Choices.tsx';
import { layOut, type Box } from './display-map.ts';
import css from './output-setup.module.css';

const o = text.outputs;

/** What fits into the dialog on the smallest screen. */
const BOX: Box = { width: 656, height: 112 };

interface DisplayMapProps {
  label: string;
  displays: readonly DisplayInfo[];
  /** Of the chosen display. */
  value: number | null;
  /** Names of the outputs on a display, and whether it is the desk's. */
  standsOn(display: DisplayInfo): string[];
  /** Why a display cannot be chosen. */
  whyNot(display: DisplayInfo): string | null;
  onChoose(display: DisplayInfo): void;
  autoFocus?: boolean;
}

export function DisplayMap(props: DisplayMapProps) {
  const { displays, value, standsOn, whyNot, onChoose } = props;
  const tiles = layOut(displays, BOX);
  return (
    <Choices
      label={props.label}
      autoFocus={props.autoFocus ?? false}
      value={value}
      onChoose={(id) => {
        const display = displays.find((one) => one.id === id);
        if (display) onChoose(display);
      }}
      className={css['map']}
      choiceClassName={css['tile']}
      style={BOX}
      choices={tiles.map(({ display, x, y, width, height }) => {
        const name = displayName(display, displays);
        const figures = [o.size(display.size), o.rate(display.rate), o.scale(display.scale)].filter(Boolean);
        const on = standsOn(display);
        return {
          value: display.id,
          label: [name, ...figures, ...on].join(', '),
          why: whyNot(display),
          style: { left: x + 1, top: y + 1, width: width - 2, height: height - 2 },
          face: (
            <>
              <b className={css['tileNumber']}>{numberOf(display, displays)}</b>
              <span className={css['tileName']}>{name}</span>
              <span className={css['tileFigures']}>{figures.join(' · ')}</span>
              <span className={css['tileOn']}>{on.join(', ')}</span>
            </>
          ),
        };
      })}
    />
  );
}
