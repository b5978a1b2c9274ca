/**
 * What feeds propose, to be accepted or turned down without the mouse. Enter accepts what is marked, X turns it down,
 * Shift+Enter accepts everything that is not odd; Shift and the arrows mark several.
 */
import { useEffect, useMemo, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { chordOfPress } from '../../core/keys/chord.ts';
import { listActionOf } from '../../core/keys/list-keys.ts';
import type { Feed, Proposal } from '../../core/schema/feed.ts';
import type { Show } from '../../core/schema/show.ts';
import { getRow } from '../../core/table.ts';
import { stationNow, useDesk, useNow, useStation, useUi } from '../client/desk.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { Panel } from '../ui/Panel.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import { changesOf } from './change-lines.ts';
import { actedOn, choose, cursorAfter, NOTHING_MARKED, type Marking } from './marking.ts';
import { ProposalDetail } from './ProposalDetail.tsx';
import { factsOnAir, plainOnes, proposalRows, type ProposalRow } from './proposal-rows.ts';
import { ProposalRowView } from './ProposalRowView.tsx';
import { isChanged, look, NOTHING_SEEN, readable, split } from './seen.ts';
import { stretch } from './feed-time.ts';
import { useDeciding } from './use-proposals.ts';
import css from './proposals.module.css';

const t = text.proposals;

const NO_PARTIES: Show['parties'] = { byId: {}, order: [] };
const idOf = (row: ProposalRow): string => row.id;
const heightOf = (row: ProposalRow): number =>
  row.kind === 'heading' ? 26 : 46 + 17 * row.proposal.odd.length;
const isSelectable = (row: ProposalRow): boolean => row.kind === 'proposal';

const Heading = ({ row }: { row: Extract<ProposalRow, { kind: 'heading' }> }) => (
  <div role="gridcell" className={css['heading']} data-group={row.group}>
    {t.groups[row.group]} <b>{t.groupCount(row.count)}</b>
  </div>
);

type Decision = 'proposal.accept' | 'proposal.reject';

interface ProposalsProps {
  proposals: readonly Proposal[];
  feeds: readonly Feed[];
}

export function Proposals({ proposals, feeds }: ProposalsProps) {
  const desk = useDesk();
  const [only, setOnly] = useState('');
  const [marking, setMarking] = useState<Marking>(NOTHING_MARKED);
  const cursor = useUi((ui) => ui.proposal);
  const facts = useStation(({ state }) => state?.show.facts ?? null);
  const parties = useStation(({ state }) => state?.show.parties ?? NO_PARTIES);
  const air = useStation(({ state }) => state?.air ?? null);
  const locked = useUi((ui) => ui.locked);
  const [seen, setSeen] = useState(NOTHING_SEEN);
  const { busy, refused, decide } = useDeciding();
  // ages are read, not watched: every five seconds keeps a thousand rows calm
  const now = useNow(5000);

  const shown = useMemo(
    () => (only === '' ? proposals : proposals.filter(({ feed }) => feed === only)),
    [proposals, only],
  );
  const rows = useMemo(() => proposalRows(shown), [shown]);
  const ids = useMemo(() => rows.flatMap((row) => (row.kind === 'proposal' ? [row.id] : [])), [rows]);
  const onAir = useMemo(() => {
    const { state } = desk.client.store.get();
    return state && air ? factsOnAir(state) : new Map<string, 'follows' | 'stays'>();
  }, [desk, air]);
  const plain = useMemo(() => plainOnes(shown), [shown]);
  const acted = useMemo(() => actedOn(marking, ids, cursor), [marking, ids, cursor]);
  // with nothing marked the row under the cursor is the one that keys act on
  const chosenTogether = useMemo(() => new Set(acted), [acted]);
  const odd = shown.length - plain.length;
  const chosen = shown.find(({ id }) => id === cursor) ?? null;
  const byId = useMemo(() => new Map(proposals.map((one) => [String(one.id), one])), [proposals]);
  useEffect(() => {
    const looked = cursor === null ? marking.marked : [...marking.marked, cursor];
    setSeen((old) => look(old, byId, looked));
  }, [byId, marking, cursor]);
  const factOf = (id: string) => (facts ? (getRow(facts, id) ?? null) : null);

  const act = async (type: Decision, which: readonly string[]) => {
    if (locked) return desk.say('locked', text.refusal.locked);
    if (busy > 0) return;
    if (which.length === 0) return desk.say('proposal_unknown', t.nothingMarked);
    const wanted = new Set(which);
    const { same, changed } = split(
      seen,
      shown.filter(({ id }) => wanted.has(id)),
    );
    if (changed.length > 0) {
      // said once and flagged until now: the next key press decides on what is there now
      desk.say('proposal_outdated', t.changedSince(changed.length));
      setSeen((old) => new Map([...old, ...changed.map(({ id, at }) => [id, at] as const)]));
    }
    await settle(type, same);
  };
  const settle = async (type: Decision, which: readonly Proposal[]) => {
    const decided = which.map(({ id }) => String(id));
    const next = cursorAfter(ids, decided, cursor);
    if (!(await decide(type, which))) return;
    const gone = new Set(decided);
    setMarking(({ marked }) => ({
      anchor: null,
      marked: new Set([...marked].filter((id) => !gone.has(id))),
    }));
    desk.ui.set({ proposal: next });
  };
  const acceptPlain = async () => {
    if (locked) return desk.say('locked', text.refusal.locked);
    if (busy > 0) return;
    const old = readable(plain, stationNow(desk.client.store.get()));
    if (old.length < plain.length) desk.tell(t.justCame(plain.length - old.length));
    await settle('proposal.accept', old);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const { key, shiftKey, ctrlKey, metaKey } = event;
    const chord = chordOfPress(event);
    const own = chord === null ? null : listActionOf('feeds', chord);
    const done = () => {
      event.preventDefault();
      event.stopPropagation();
    };
    if ((ctrlKey || metaKey) && key.toLowerCase() === 'a') {
      done();
      setMarking({ anchor: ids[0] ?? null, marked: new Set(ids) });
    } else if (own) {
      done();
      if (event.repeat) return;
      if (own === 'acceptPlain') void acceptPlain();
      else void act(own === 'acceptProposal' ? 'proposal.accept' : 'proposal.reject', acted);
    } else if (shiftKey && (key === 'ArrowDown' || key === 'ArrowUp')) {
      done();
      const at = cursor === null ? -1 : ids.indexOf(cursor);
      const id = ids[Math.max(0, Math.min(ids.length - 1, at + (key === 'ArrowDown' ? 1 : -1)))];
      if (id === undefined) return;
      setMarking((old) => choose(old, ids, id, 'extend', cursor));
      desk.ui.set({ proposal: id });
    } else if (key.startsWith('Arrow') || key === 'Home' || key === 'End' || key.startsWith('Page')) {
      // the list moves its cursor, and what was marked was for something else
      setMarking(NOTHING_MARKED);
    }
  };
  /** With Ctrl or Shift, or on its box, a click marks; the list's own click moves the cursor. */
  const onClick = (event: MouseEvent, id: string) => {
    const onBox = event.target instanceof HTMLInputElement;
    if (event.shiftKey) setMarking((old) => choose(old, ids, id, 'extend', cursor));
    else if (event.ctrlKey || event.metaKey || onBox)
      setMarking((old) => choose(old, ids, id, 'toggle', cursor));
    else setMarking((old) => choose(old, ids, id, 'plain', cursor));
  };

  return (
    <div className={css['proposals']}>
      <Panel
        title={t.region}
        className={css['tablePanel']}
        notice={
          <span className={css['total']} role="status">
            {busy > 0 ? t.working(busy) : shown.length > 0 ? t.total(shown.length, odd) : ''}
          </span>
        }
        aside={
          feeds.length > 1 && (
            <select
              aria-label={t.filter}
              className={css['filter']}
              value={only}
              onChange={(event) => setOnly(event.target.value)}
            >
              <option value="">{t.allFeeds}</option>
              {feeds.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )
        }
      >
        <div className={css['bar']}>
          <Button
            kind="strong"
            disabled={locked || busy > 0 || acted.length === 0}
            aria-keyshortcuts="Enter"
            onClick={() => void act('proposal.accept', acted)}
          >
            {acted.length > 1 ? t.acceptMarked(acted.length) : t.accept} <kbd>{t.capAccept}</kbd>
          </Button>
          <Button
            disabled={locked || busy > 0 || acted.length === 0}
            aria-keyshortcuts="X"
            onClick={() => void act('proposal.reject', acted)}
          >
            {acted.length > 1 ? t.rejectMarked(acted.length) : t.reject} <kbd>{t.capReject}</kbd>
          </Button>
          <Button
            disabled={locked || busy > 0 || plain.length === 0}
            aria-keyshortcuts="Shift+Enter"
            onClick={() => void acceptPlain()}
          >
            {plain.length > 0 ? t.acceptPlain(plain.length) : t.acceptPlainNone} <kbd>{t.capPlain}</kbd>
          </Button>
          <span className={css['keys']}>{t.keys}</span>
        </div>
        {refused !== null && (
          <p role="alert" className={css['refused']}>
            {refused}
          </p>
        )}
        <div className={css['keysHere']} onKeyDownCapture={onKeyDown}>
          <VirtualList
            label={t.list}
            rows={rows}
            idOf={idOf}
            heightOf={heightOf}
            isSelectable={isSelectable}
            selected={cursor}
            chosen={chosenTogether}
            onSelect={({ id }) => desk.ui.set({ proposal: id })}
            empty={t.none}
            className={css['list']}
            render={(row) => {
              if (row.kind === 'heading') return <Heading row={row} />;
              const fact = factOf(row.id);
              return (
                <div className={css['hit']} role="presentation" onClick={(event) => onClick(event, row.id)}>
                  <ProposalRowView
                    proposal={row.proposal}
                    changes={changesOf(row.proposal, fact, parties).short}
                    isNew={fact === null}
                    isChanged={isChanged(seen, row.proposal)}
                    isMarked={marking.marked.has(row.id)}
                    onAir={onAir.get(row.id) ?? null}
                    age={stretch(now - row.proposal.at)}
                  />
                </div>
              );
            }}
          />
        </div>
      </Panel>
      <Panel title={t.chosen} className={css['detailPanel']}>
        {chosen ? (
          <ProposalDetail
            proposal={chosen}
            fact={factOf(chosen.id)}
            changes={changesOf(chosen, factOf(chosen.id), parties).all}
            onAir={onAir.get(chosen.id) ?? null}
          />
        ) : (
          <p className={css['nothing']}>{cursor === null ? t.chooseOne : t.gone}</p>
        )}
      </Panel>
    </div>
  );
}
