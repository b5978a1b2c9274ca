/** The versions of the show: saved by name, compared with now, gone back to by holding. */
import { useState } from 'react';
import { useDesk, useStation, useUi } from '../client/desk.ts';
import { useAnswer } from '../client/rest.ts';
import { savedUser } from '../client/seat.ts';
import { text } from '../text.ts';
import { Button, buttonLook } from '../ui/Button.tsx';
import { HoldButton } from '../ui/HoldButton.tsx';
import { TextField } from '../ui/TextField.tsx';
import { goBack, saveVersion, VersionList, type Version } from './shows-rest.ts';
import { versionTime } from './version-time.ts';
import css from './shows.module.css';

const t = text.shows;

export function VersionsPart({ onCompare }: { onCompare(id: string): void }) {
  const desk = useDesk();
  const zone = useStation(({ state }) => state?.show.timeZone ?? 'UTC');
  const locked = useUi((ui) => ui.locked);
  const [name, setName] = useState('');
  const [said, setSaid] = useState('');
  const [stamp, setStamp] = useState(0);
  const answer = useAnswer('/versions', VersionList, stamp);
  const again = () => setStamp((n) => n + 1);
  const save = async () => {
    const wanted = name.trim();
    const saved = await saveVersion(desk, savedUser(), wanted);
    setSaid(saved.ok ? t.versionSaved(wanted) : saved.detail);
    if (saved.ok) setName('');
    again();
  };
  const back = async ({ id, at }: Version) => {
    const went = await goBack(desk, savedUser(), id);
    if (!went.ok) setSaid(went.detail);
    else {
      const { kept } = went.body;
      setSaid([t.wentBack(versionTime(at, zone)), kept.length > 0 ? t.keptFacts(kept.length) : ''].join(' '));
    }
    again();
  };
  const versions = answer?.ok ? answer.body.versions : [];
  return (
    <div className={css['column']}>
      <form
        className={css['line']}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') void save();
        }}
      >
        <TextField label={t.versionName} value={name} onChange={setName} className={css['grow']} />
        <Button type="submit" kind="strong" disabled={name.trim() === ''}>
          {t.saveVersion}
        </Button>
      </form>
      <p role="status" className={css['said']}>
        {said || (answer && !answer.ok ? answer.detail : t.versionsHint)}
      </p>
      <ul aria-label={t.versions} className={css['list']}>
        {answer?.ok && versions.length === 0 && <li className={css['about']}>{t.noVersions}</li>}
        {versions.map((version) => {
          const when = versionTime(version.at, zone);
          return (
            <li key={version.id} className={css['row']}>
              <span className={css['rowText']}>
                <b>{version.name || when}</b>
                <span className={css['about']}>
                  {version.name ? `${when} · ` : ''}
                  {t.reasons[version.reason] ?? version.reason} · {version.by} ·{' '}
                  {t.versionOf(version.facts, version.cues)}
                </span>
              </span>
              <Button onClick={() => onCompare(version.id)}>{t.compareNow}</Button>
              <HoldButton
                label={t.back(when)}
                className={buttonLook('plain')}
                disabled={locked}
                onHeld={() => void back(version)}
              >
                <span>{t.backWord}</span>
              </HoldButton>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
