/** Changing keys: by command, or function keys; out to a file and in again. */
import { useRef, useState } from 'react';
import { ACTIONS, MAP_ACTIONS, type KeyGroup } from '../../core/keys/actions.ts';
import { firstKeyMap } from '../../core/schema/keys.ts';
import { saveFile } from '../client/save-file.ts';
import { useDesk, useStation, useUi } from '../client/desk.ts';
import { text } from '../text.ts';
import { Button, buttonLook } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { HoldButton } from '../ui/HoldButton.tsx';
import { TabPanel, Tabs } from '../ui/Tabs.tsx';
import { FunctionKeys } from './FunctionKeys.tsx';
import { keyFileText, readKeyFile } from './key-file.ts';
import { KeyRow } from './KeyRow.tsx';
import { useAssign } from './use-assign.ts';
import css from './keys.module.css';

const t = text.keyMap;
const NO_MAP = firstKeyMap();
const GROUPS: readonly KeyGroup[] = ['playout', 'rundown', 'editing', 'facts', 'workspaces'];
type Tab = 'commands' | 'functions';
const TABS: readonly { id: Tab; title: string }[] = [
  { id: 'commands', title: t.commands },
  { id: 'functions', title: t.functions },
];

/** What came of a file, beside the buttons: the status line lies behind the dialog. */
type Word = { text: string; isBad: boolean } | null;

function Files({ isDisabled, say }: { isDisabled: boolean; say(word: Word): void }) {
  const desk = useDesk();
  const input = useRef<HTMLInputElement>(null);
  const bring = async (file: File) => {
    const { state } = desk.client.store.get();
    if (!state) return;
    let content: string;
    try {
      content = await file.text();
    } catch {
      // it was there when it was chosen and is not any more, or may not be read
      return say({ text: t.notRead(file.name), isBad: true });
    }
    const read = readKeyFile(content, state.show);
    if (!read.ok) return say({ text: t[read.why](file.name), isBad: true });
    const result = await desk.send({ type: 'keys.reset', to: read.keys });
    if (!result.ok) return say({ text: result.detail, isBad: true });
    const left = read.dropped.length > 0 ? t.droppedCues(read.dropped.join(', ')) : '';
    say({ text: t.imported(file.name) + left, isBad: false });
  };
  const give = () => {
    const { state } = desk.client.store.get();
    if (state) saveFile(t.fileName, 'application/json', keyFileText(state.show.keys));
  };
  return (
    <>
      <Button onClick={give}>{t.exportFile}</Button>
      <Button disabled={isDisabled} onClick={() => input.current?.click()}>
        {t.importFile}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept="application/json,.json"
        aria-label={t.importFile}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) void bring(file);
        }}
      />
    </>
  );
}

export function KeysDialog({ onClose }: { onClose(): void }) {
  const desk = useDesk();
  const map = useStation(({ state }) => state?.show.keys ?? NO_MAP);
  const isLocked = useUi((ui) => ui.locked);
  const [tab, setTab] = useState<Tab>('commands');
  const [word, setWord] = useState<Word>(null);
  const assign = useAssign();
  return (
    <Dialog title={t.title} size="large" keepsTyped onClose={onClose}>
      <Tabs<Tab> label={t.tabs} tabs={TABS} current={tab} onChange={setTab} onClicked={() => undefined} />
      <p className={css['quiet']}>{isLocked ? t.locked : t.note}</p>
      <TabPanel id={tab} className={css['panel']}>
        {tab === 'functions' ? (
          <FunctionKeys map={map} isDisabled={isLocked} />
        ) : (
          GROUPS.map((group) => (
            <section key={group} aria-label={t.groups[group]}>
              <h3 className={css['group']}>{t.groups[group]}</h3>
              <ul className={css['rows']}>
                {MAP_ACTIONS.filter((action) => ACTIONS[action].group === group).map((action) => (
                  <KeyRow key={action} action={action} map={map} assign={assign} isDisabled={isLocked} />
                ))}
              </ul>
            </section>
          ))
        )}
      </TabPanel>
      <div className={css['foot']}>
        <Files isDisabled={isLocked} say={setWord} />
        <HoldButton
          label={`${t.resetAll}: ${t.resetAllAsk}`}
          className={buttonLook('plain')}
          disabled={isLocked}
          onHeld={() => void desk.send({ type: 'keys.reset' })}
        >
          <span>
            {t.resetAll} · {t.resetAllAsk}
          </span>
        </HoldButton>
        <p role="status" className={word?.isBad ? css['bad'] : css['good']}>
          {word?.text}
        </p>
        <Button onClick={onClose}>{t.close}</Button>
      </div>
    </Dialog>
  );
}
