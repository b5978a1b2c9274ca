/** What a rehearsal has left, item by item: before and after, kept as something new or thrown away. */
import { useState } from 'react';
import type { CommandInput } from '../../core/commands/registry.ts';
import type { ReviewItem } from '../../core/schema/rehearsal.ts';
import { useDesk, useStation, useUi } from '../client/desk.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { keyOf, nameOf, reviewRows } from './review-rows.ts';
import { useReview, type Review } from './use-review.ts';
import css from './review.module.css';

const TONES = { made: 'good', changed: 'warn', removed: 'bad' } as const;
const SHAPES = { made: 'ring', changed: 'differs', removed: 'cross' } as const;

/** Items whose rows are drawn at once; the rest come as one scrolls down to them. */
const PAGE = 60;

interface ItemProps {
  item: ReviewItem;
  chosen: boolean;
  onChoose(chosen: boolean): void;
}

function Item({ item, chosen, onChoose }: ItemProps) {
  const t = text.review;
  const parties = useStation(({ state }) => state?.show.parties.byId);
  const name = nameOf(item);
  return (
    <li className={css['item']}>
      <label className={css['head']}>
        <input
          type="checkbox"
          className={css['box']}
          aria-label={t.choose(name)}
          checked={chosen}
          onChange={(event) => onChoose(event.target.checked)}
        />
        <Chip tone={TONES[item.what]} shape={SHAPES[item.what]} word={t.what[item.what]} />
        <span className={css['kind']}>{t.kinds[item.kind]}</span>
        <strong className={css['name']}>{name}</strong>
      </label>
      <table className={css['rows']}>
        <thead>
          <tr>
            <th scope="col" />
            <th scope="col">{t.before}</th>
            <th scope="col">{t.after}</th>
          </tr>
        </thead>
        <tbody>
          {reviewRows(item, parties ?? {}).map(({ title, from, to }) => (
            <tr key={title}>
              <th scope="row">{title}</th>
              <td className={from === null ? css['nothing'] : undefined}>{from ?? t.nothing}</td>
              <td className={to === null ? css['nothing'] : undefined}>{to ?? t.nothing}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </li>
  );
}

function Items({ review }: { review: Review }) {
  const t = text.review;
  const desk = useDesk();
  const locked = useUi((ui) => ui.locked);
  const zone = useStation(({ state }) => state?.show.timeZone);
  const [unchosen, setUnchosen] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState(PAGE);
  const { items, ofFeeds, dropped } = review;
  const chosen = items.filter((item) => !unchosen.has(keyOf(item)));
  const keepable = chosen.filter(({ after }) => after !== null);
  const choose = (item: ReviewItem, is: boolean) => {
    const next = new Set(unchosen);
    if (is) next.delete(keyOf(item));
    else next.add(keyOf(item));
    setUnchosen(next);
  };
  const named = (some: readonly ReviewItem[]) =>
    some.map(({ kind, id }) => ({ kind, id })) as Extract<CommandInput, { type: 'rehearsal.keep' }>['items'];
  const discard = () =>
    void desk.send(
      chosen.length === items.length
        ? { type: 'rehearsal.discard' }
        : { type: 'rehearsal.discard', items: named(chosen) },
    );
  const when = new Date(review.startedAt).toLocaleString('en-NZ', {
    timeZone: zone,
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return (
    <>
      <p className={css['of']}>{t.of(when, review.startedBy)}</p>
      <p className={css['intro']}>{t.intro}</p>
      {dropped.length > 0 && (
        <p className={css['intro']}>{t.gone(dropped.map((part) => t.parts[part] ?? part).join(', '))}</p>
      )}
      {ofFeeds > 0 && <p className={css['intro']}>{t.ofFeeds(ofFeeds)}</p>}
      {items.length > 0 && (
        <label className={css['all']}>
          <input
            type="checkbox"
            className={css['box']}
            checked={chosen.length === items.length}
            onChange={(event) => setUnchosen(new Set(event.target.checked ? [] : items.map(keyOf)))}
          />
          {t.chooseAll}
          <span role="status" className={css['count']}>
            {t.chosen(chosen.length, items.length)}
          </span>
        </label>
      )}
      <ul
        className={css['items']}
        onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
          if (scrollTop + clientHeight * 2 > scrollHeight && shown < items.length) setShown(shown + PAGE);
        }}
      >
        {items.slice(0, shown).map((item) => (
          <Item
            key={keyOf(item)}
            item={item}
            chosen={!unchosen.has(keyOf(item))}
            onChoose={(is) => choose(item, is)}
          />
        ))}
      </ul>
      <div className={css['actions']}>
        <Button
          kind="strong"
          disabled={locked || keepable.length === 0}
          onClick={() => void desk.send({ type: 'rehearsal.keep', items: named(keepable) })}
        >
          {t.keep}
        </Button>
        <Button disabled={locked || (chosen.length === 0 && items.length > 0)} onClick={discard}>
          {t.discard}
        </Button>
      </div>
    </>
  );
}

export function ReviewDialog({ onClose }: { onClose(): void }) {
  const desk = useDesk();
  const review = useReview();
  return (
    <Dialog title={text.review.title} size="large" onClose={onClose}>
      {review ? <Items review={review} /> : <p role="status">{text.review.isOver}</p>}
      <div className={css['foot']}>
        <Button onClick={() => desk.ui.set({ dialog: 'report' })}>{text.report.open}</Button>
        <Button autoFocus onClick={onClose}>
          {review ? text.review.later : text.showSettings.close}
        </Button>
      </div>
    </Dialog>
  );
}
