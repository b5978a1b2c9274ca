/** The files of the show, those that a field may show, to choose from; and a place to add one. */
import { useRef, useState } from 'react';
import { mediaAddress, type MediaFile } from '../../core/schema/media.ts';
import { useDesk, useStation } from '../client/desk.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { uploadMedia } from './media-rest.ts';
import css from './media.module.css';

interface MediaPickerProps {
  title: string;
  /** Endings without the dot; empty for any. */
  extensions: readonly string[];
  /** The address that the field has now. */
  value: string;
  onChoose(address: string): void;
  onClose(): void;
}

const NONE: readonly MediaFile[] = [];
const endingOf = ({ name }: MediaFile): string => name.split('.').at(-1)?.toLowerCase() ?? '';

export const MediaThumb = ({ file }: { file: MediaFile }) =>
  file.type.startsWith('image/') ? (
    <img src={mediaAddress(file)} alt="" className={css['picture']} />
  ) : (
    <span className={css['kind']}>{endingOf(file)}</span>
  );

export function MediaPicker({ title, extensions, value, onChoose, onClose }: MediaPickerProps) {
  const desk = useDesk();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isOver, setOver] = useState(false);
  const media = useStation(({ state }) => state?.show.media ?? NONE);
  const files = media.filter((file) => extensions.length === 0 || extensions.includes(endingOf(file)));

  const add = async (file: File | undefined) => {
    if (!file) return;
    setBusy(file.name);
    setProblem(null);
    const answer = await uploadMedia(desk, file);
    setBusy(null);
    if (answer.ok) onChoose(answer.body.address);
    else setProblem(answer.detail);
  };
  return (
    <Dialog title={title} size="large" onClose={onClose}>
      <div
        className={cx(css['drop'], isOver && css['over'])}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void add(event.dataTransfer.files[0]);
        }}
      >
        {files.length === 0 && <p className={css['nothing']}>{text.media.empty}</p>}
        <ul className={css['files']} aria-label={text.media.files}>
          {files.map((file) => (
            <li key={file.hash}>
              <button
                type="button"
                className={css['file']}
                aria-pressed={value === mediaAddress(file)}
                onClick={() => onChoose(mediaAddress(file))}
              >
                <span className={css['frame']}>
                  <MediaThumb file={file} />
                </span>
                <span className={css['name']} title={file.name}>
                  {file.name}
                </span>
                <span className={css['size']}>
                  {file.width !== null && file.height !== null
                    ? text.media.size(file.width, file.height)
                    : endingOf(file)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
      {problem && (
        <p role="alert" className={css['problem']}>
          {problem}
        </p>
      )}
      <div className={css['foot']}>
        <span className={css['hint']} role="status">
          {busy === null ? text.media.drop : text.media.uploading(busy)}
        </span>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={text.media.upload}
          accept={extensions.map((one) => `.${one}`).join(',')}
          onChange={(event) => void add(event.target.files?.[0])}
        />
        <Button disabled={busy !== null} onClick={() => input.current?.click()}>
          {text.media.upload}
        </Button>
        <Button onClick={onClose}>{text.media.cancel}</Button>
      </div>
    </Dialog>
  );
}
