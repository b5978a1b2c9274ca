/** One use of the fact: which cue, where it is seen, and what is to become of it. */
import type { UseAction } from '../../../core/schema/fact-use.ts';
import { useStation } from '../../client/desk.ts';
import { text } from '../../text.ts';
import { Chip } from '../../ui/Chip.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { clockText } from '../fact-text.ts';
import type { PlannedUse } from './plan.ts';
import css from './correction.module.css';

const t = text.correction;

function Standing({ planned: { use } }: { planned: PlannedUse }) {
  const zone = useStation(({ state }) => state?.show.timeZone ?? 'UTC');
  const shown = use.air.map(({ channel, layer, since, revision, instance }) => (
    <span key={instance} className={css['onAir']}>
      <Chip
        tone={channel === 'program' ? 'air' : 'warn'}
        shape="dot"
        word={channel === 'program' ? t.onAir : t.rehearsing}
      />
      {[text.layers[layer], since === null ? '' : t.since(clockText(since, zone)), t.revisionShown(revision)]
        .filter(Boolean)
        .join(' · ')}
    </span>
  ));
  return (
    <span className={css['standing']}>
      {shown}
      {use.interrupted && <Chip tone="fault" shape="stop" word={t.interrupted} />}
      {use.armed && <Chip tone="pvwQuiet" shape="diamond" word={t.armed} />}
      {use.preview && <Chip tone="pvw" shape="ring" word={t.preview} />}
      {shown.length === 0 && !use.interrupted && !use.armed && !use.preview && (
        <span className={css['quiet']}>{t.inRundown}</span>
      )}
    </span>
  );
}

interface UseRowProps {
  planned: PlannedUse;
  onChoose(action: UseAction): void;
}

export function UseRow({ planned, onChoose }: UseRowProps) {
  const { use, action, possible } = planned;
  const name = text.cue(use.number, use.name);
  return (
    <li className={css['use']}>
      <span className={css['cue']}>
        <b className={css['number']}>{use.number}</b>
        <span className={css['name']}>{use.name}</span>
      </span>
      <Standing planned={planned} />
      <Choices
        label={t.useOf(name)}
        value={action}
        onChoose={onChoose}
        choices={possible.map((value) => ({ value, label: t.actions[value] }))}
      />
    </li>
  );
}
