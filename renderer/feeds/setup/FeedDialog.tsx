/** Sets one feed up: what it is, where it is read, whose its parties are, and what may go in by itself. Saved as a whole. */
import { useState } from 'react';
import { FeedId } from '../../../core/ids.ts';
import { FeedFormat, type Feed } from '../../../core/schema/feed.ts';
import type { FeedSetup } from '../../client/desk-ui.ts';
import { useDesk, useStation, useUi } from '../../client/desk.ts';
import { CheckInput } from '../../inspector/ChoiceInputs.tsx';
import { FACT_FIELDS } from '../../imports/fact-fields.ts';
import { text } from '../../text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { ColumnFields } from './ColumnFields.tsx';
import {
  changesOf,
  checkDraft,
  copyOf,
  draftOf,
  hasColumns,
  newDraft,
  simulatorDraft,
  type FeedDraft,
} from './feed-draft.ts';
import { PartyMatch } from './PartyMatch.tsx';
import { PlaceFields } from './PlaceFields.tsx';
import { RulesTable } from './RulesTable.tsx';
import css from './setup.module.css';

const t = text.feedSetup;
/** Results have few columns, and the reader knows most of their names. */
const NO_FIELDS: readonly string[] = [];
const NO_FEEDS: readonly Feed[] = [];
const FORMATS = FeedFormat.options.map((value) => ({ value, label: text.feeds.formats[value] }));

function firstDraft(setup: FeedSetup, feed: Feed | null): FeedDraft {
  if (setup.kind === 'simulator') return simulatorDraft();
  if (!feed) return newDraft();
  return setup.kind === 'copy' ? copyOf(feed) : draftOf(feed);
}

/** For the first try at saving nothing is wrong yet: a form that opens in red helps nobody. */
function useForm(first: () => FeedDraft) {
  const [draft, setDraft] = useState(first);
  const [hasTried, setTried] = useState(false);
  const checked = checkDraft(draft);
  const issues: Record<string, string> = hasTried && !checked.ok ? checked.issues : {};
  const set = (changes: Partial<FeedDraft>) => setDraft((old) => ({ ...old, ...changes }));
  return { draft, set, checked, issues, setTried };
}

export function FeedDialog({ onClose }: { onClose(): void }) {
  const desk = useDesk();
  const setup = useUi((ui) => ui.feedSetup);
  const feeds = useStation(({ state }) => state?.show.feeds ?? NO_FEEDS);
  const statuses = useStation((station) => station.feeds);
  const parties = useStation(({ state }) => state?.show.parties ?? null);
  const mode = useStation(({ state }) => state?.air.mode ?? 'live');
  const feed = 'feed' in setup ? (feeds.find(({ id }) => id === setup.feed) ?? null) : null;
  const { draft, set, checked, issues, setTried } = useForm(() => firstDraft(setup, feed));
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  // as it was when the dialog opened: only what was changed here is sent, so that another desk's changes stay
  const [opened] = useState(feed);
  const locked = useUi((ui) => ui.locked);
  const isEdit = setup.kind === 'edit' && opened !== null;
  const unknown = statuses.find(({ id }) => id === feed?.id)?.unknownParties ?? [];

  const save = async () => {
    setTried(true);
    if (!checked.ok || locked || busy) return;
    if (isEdit && !feed) return setRefused(t.feedGone);
    setBusy(true);
    const result = isEdit
      ? await desk.send({ type: 'feed.edit', feedId: opened.id, changes: changesOf(opened, checked.content) })
      : await desk.send({ type: 'feed.create', ...checked.content });
    setBusy(false);
    if (!result.ok) return setRefused(result.detail);
    const made = FeedId.safeParse(result['feedId']).data;
    if (!isEdit && made) desk.ui.set({ feed: made });
    onClose();
  };
  return (
    <Dialog title={isEdit ? t.editTitle(opened.name) : t.newTitle} size="large" keepsTyped onClose={onClose}>
      <form
        className={css['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <fieldset disabled={locked} className={css['columns']}>
          <div className={css['column']}>
            {setup.kind === 'simulator' && <p className={css['note']}>{t.simulatorNote}</p>}
            {setup.kind === 'simulator' && mode === 'live' && <p className={css['warning']}>{t.liveNote}</p>}
            <TextField
              label={t.name}
              value={draft.name}
              problem={issues['name']}
              autoFocus={setup.kind !== 'simulator'}
              onChange={(name) => set({ name })}
            />
            <SelectField
              label={t.format}
              value={draft.format}
              options={FORMATS}
              hint={text.feeds.formatHints[draft.format]}
              onChange={(format) => set({ format: FeedFormat.parse(format) })}
            />
            <PlaceFields
              draft={draft}
              issues={issues}
              autoFocus={setup.kind === 'simulator'}
              onChange={(place) => set({ place })}
            />
            <TextField
              label={t.source}
              value={draft.source}
              placeholder={t.sourceExample}
              problem={issues['source']}
              onChange={(source) => set({ source })}
            />
            <div className={css['pair']}>
              <TextField
                label={t.poll}
                value={draft.pollSeconds}
                unit={t.seconds}
                inputMode="decimal"
                problem={issues['pollSeconds']}
                onChange={(pollSeconds) => set({ pollSeconds })}
              />
              <TextField
                label={t.stale}
                value={draft.staleSeconds}
                unit={t.seconds}
                inputMode="numeric"
                problem={issues['staleSeconds']}
                onChange={(staleSeconds) => set({ staleSeconds })}
              />
            </div>
            <div className={css['pair']}>
              <CheckInput
                label={t.enabled}
                value={draft.enabled}
                isDisabled={false}
                onChange={(enabled) => set({ enabled })}
              />
              <CheckInput
                label={t.record}
                value={draft.record}
                isDisabled={false}
                onChange={(record) => set({ record })}
              />
            </div>
          </div>
          <div className={css['column']}>
            <RulesTable
              rules={draft.rules}
              rulesBy={isEdit ? (feed ?? opened).rulesBy : null}
              onChange={(rules) => set({ rules })}
            />
            {parties && (
              <PartyMatch
                unknown={unknown}
                matched={draft.parties}
                parties={parties}
                onChange={(matched) => set({ parties: matched })}
              />
            )}
            {hasColumns(draft.format) && (
              <ColumnFields
                columns={draft.columns}
                problem={issues['columns']}
                fields={draft.format.startsWith('facts-') ? FACT_FIELDS : NO_FIELDS}
                onChange={(columns) => set({ columns })}
              />
            )}
          </div>
        </fieldset>
        <div className={css['foot']}>
          <span role="alert" className={css['refused']}>
            {locked ? t.locked : (refused ?? (Object.keys(issues).length > 0 ? t.fixFirst : ''))}
          </span>
          <Button type="submit" kind="strong" disabled={busy || locked}>
            {isEdit ? t.save : t.create}
          </Button>
          <Button onClick={onClose}>{t.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
