/** A file that the graphic shows: chosen from the show's media, or a path inside the package as its designer wrote it. */
import { useState } from 'react';
import { mediaHash } from '../../core/schema/media.ts';
import { useStation } from '../client/desk.ts';
import { MediaPicker, MediaThumb } from '../media/MediaPicker.tsx';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { DraftInput } from './DraftInput.tsx';
import { problemAt, problemWith, useCueEdit } from './edit-context.ts';
import type { FileField } from './form-model.ts';
import { getIn, type Path } from './paths.ts';
import css from './fields.module.css';

export function FileInput({ field, path }: { field: FileField; path: Path }) {
  const edit = useCueEdit();
  const [isOpen, setOpen] = useState(false);
  const literal = getIn(edit.cue.data, path);
  const value = typeof literal === 'string' ? literal : '';
  const hash = mediaHash(value);
  const file = useStation(({ state }) => state?.show.media.find((one) => one.hash === hash) ?? null);
  const set = (next: string | undefined) => void edit.setData(path, next);
  return (
    <div className={css['fileField']}>
      {file ? (
        <span className={css['field']}>
          <span className={css['label']}>{field.title}</span>
          <span className={css['chosenFile']}>
            <span className={css['thumb']}>
              <MediaThumb file={file} />
            </span>
            <span className={css['fileName']} title={file.name}>
              {file.name}
            </span>
          </span>
          {problemAt(edit, path) && <span className={css['message']}>{problemAt(edit, path)}</span>}
        </span>
      ) : (
        <DraftInput
          label={field.title}
          isRequired={field.required}
          value={value}
          placeholder={typeof field.default === 'string' && field.default ? field.default : text.media.none}
          isDisabled={edit.isDisabled}
          problem={problemAt(edit, path)}
          warn={(typed) => problemWith(edit, path, typed)}
          hint={field.description || undefined}
          onCommit={(typed) => edit.setData(path, typed.trim() || undefined)}
        />
      )}
      <span className={css['fileActions']}>
        <Button
          disabled={edit.isDisabled}
          aria-label={text.media.chooseFor(field.title)}
          onClick={() => setOpen(true)}
        >
          {text.media.choose}
        </Button>
        {file && (
          <Button
            kind="quiet"
            disabled={edit.isDisabled}
            aria-label={text.media.clear(field.title)}
            title={text.media.clear(field.title)}
            onClick={() => set(undefined)}
          >
            ✕
          </Button>
        )}
      </span>
      {isOpen && (
        <MediaPicker
          title={text.media.title(field.title)}
          extensions={field.extensions}
          value={value}
          onChoose={(address) => {
            setOpen(false);
            set(address);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}
