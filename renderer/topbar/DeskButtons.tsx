/** Help and the settings of this desk: two small buttons at the right of the bar. */
import { useDesk } from '../client/desk.ts';
import { placeOf } from '../help/place.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import css from './top-bar.module.css';

/** Three sliders. */
const Sliders = () => (
  <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
    <path d="M1 3h12M1 7h12M1 11h12" stroke="currentColor" strokeWidth="1.3" />
    <path d="M4 1.2v3.6M10 5.2v3.6M5.5 9.2v3.6" stroke="currentColor" strokeWidth="2.6" />
  </svg>
);

export function DeskButtons() {
  const desk = useDesk();
  return (
    <>
      <Button
        kind="quiet"
        aria-label={text.help.open}
        aria-keyshortcuts="F1"
        title={`${text.help.open} (F1)`}
        onClick={() => desk.ui.set({ help: placeOf(document.activeElement, desk.ui.get()) })}
      >
        {text.help.open}
      </Button>
      <Button
        kind="quiet"
        className={css['icon']}
        aria-label={text.looks.open}
        title={text.looks.title}
        onClick={() => desk.ui.set({ dialog: 'looks' })}
      >
        <Sliders />
      </Button>
    </>
  );
}
