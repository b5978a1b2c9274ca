/** Where a feed is read: a folder or file, an address, or a recording that is played again. */
import { z } from 'zod';
import { useAnswer } from '../../client/rest.ts';
import { text } from '../../text.ts';
import { Choices } from '../../ui/Choices.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { FeedDraft } from './feed-draft.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import css from './setup.module.css';

const { feeds, feedSetup: t } = text;

const KINDS = (['folder', 'http', 'recording'] as const).map((value) => ({
  value,
  label: feeds.places[value],
}));
const SPEEDS = [1, 2, 5, 10, 30, 60];

/** The part of `GET /feeds` that is wanted here. */
const Recordings = z.object({
  recordings: z.array(z.object({ name: z.string(), feed: z.string(), versions: z.number() })),
});

interface PlaceFieldsProps {
  draft: FeedDraft;
  issues: Record<string, string>;
  /** Takes the keyboard when the dialog opens. */
  autoFocus?: boolean;
  onChange(place: FeedDraft['place']): void;
}

function RecordingFields({ draft: { place }, issues, onChange }: PlaceFieldsProps) {
  const answer = useAnswer('/feeds', Recordings, null);
  const recordings = answer?.ok ? answer.body.recordings : [];
  return (
    <>
      <SelectField
        label={t.recording}
        value={place.name}
        options={recordings.map(({ name, feed, versions }) => ({
          value: name,
          label: t.recordingOf(name, feed, versions),
        }))}
        empty={t.chooseRecording}
        hint={answer?.ok && recordings.length === 0 ? t.noRecordings : undefined}
        problem={answer && !answer.ok ? answer.detail : issues['recording']}
        onChange={(name) => onChange({ ...place, name })}
      />
      <span className={css['speed']}>
        <Choices
          label={t.speed}
          choices={SPEEDS.map((value) => ({ value, label: t.times(value) }))}
          value={Number(place.speed)}
          onChoose={(speed) => onChange({ ...place, speed: String(speed) })}
        />
        <span className={css['hint']}>{t.speedHint}</span>
      </span>
    </>
  );
}

export function PlaceFields(props: PlaceFieldsProps) {
  const {
    draft: { place },
    issues,
    autoFocus,
    onChange,
  } = props;
  return (
    <section aria-label={t.place} className={css['group']}>
      <span className={css['label']}>{t.place}</span>
      <Choices
        label={t.place}
        choices={KINDS}
        value={place.kind}
        onChoose={(kind) => onChange({ ...place, kind })}
      />
      {place.kind === 'folder' && (
        <TextField
          label={t.path}
          value={place.path}
          placeholder={t.pathExample}
          problem={issues['path']}
          onChange={(path) => onChange({ ...place, path })}
        />
      )}
      {place.kind === 'http' && (
        <TextField
          label={t.url}
          value={place.url}
          autoFocus={autoFocus}
          placeholder={t.urlExample}
          problem={issues['url']}
          onChange={(url) => onChange({ ...place, url })}
        />
      )}
      {place.kind === 'recording' && <RecordingFields {...props} />}
    </section>
  );
}
