/** Who is connected and where, who may take, what was missed, and the addresses for other machines. */
import { useRef } from 'react';
import { z } from 'zod';
import type { Seat } from '../../core/protocol.ts';
import { cueLabel, factLabel } from '../../core/labels.ts';
import { CueId, FactId } from '../../core/ids.ts';
import type { Show } from '../../core/schema/show.ts';
import { useDesk, useStation, useUi } from '../client/desk.ts';
import { useAnswer } from '../client/rest.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Shape } from '../ui/Shape.tsx';
import { Address } from './Address.tsx';
import css from './seats.module.css';

const t = text.seats;

const Addresses = z.object({
  addresses: z
    .object({ desk: z.array(z.string()), viewer: z.array(z.string()), shotbox: z.array(z.string()) })
    .nullable(),
});

const clock = (at: number, timeZone: string): string =>
  new Date(at).toLocaleTimeString('en-NZ', { timeZone, hourCycle: 'h23', timeStyle: 'short' });

/** What another desk says that it edits may be gone, or no id at all: then nothing is known of it. */
function editedLabel(show: Show, { kind, id }: NonNullable<Seat['editing']>): string {
  if (kind === 'cue') {
    const cue = CueId.safeParse(id);
    return cue.success ? cueLabel(show, cue.data) : '';
  }
  const fact = FactId.safeParse(id);
  return fact.success ? factLabel(show, fact.data) : '';
}

/** “Playout · editing 12 Labour 34”. */
function placeOf(show: Show, { workspace, cue, fact, editing }: Seat): string {
  const name = t.workspaces[workspace] ?? workspace;
  if (editing) return `${name} · ${t.edits(editedLabel(show, editing))}`;
  const at = fact ? factLabel(show, fact) : cue ? cueLabel(show, cue) : '';
  return at ? `${name} · ${t.at(at)}` : name;
}

function Row({
  seat,
  show,
  you,
  holder,
  canGive,
  onGive,
}: {
  seat: Seat;
  show: Show;
  you: string;
  holder: string | null;
  canGive: boolean;
  onGive(seat: string): void;
}) {
  const holds = seat.seat === holder;
  const takes = seat.view
    ? t.right.viewerShort
    : holds
      ? t.right.holds
      : holder === null
        ? t.right.yes
        : t.right.no;
  return (
    <tr>
      <th scope="row" className={css['who']}>
        {seat.user} {seat.seat === you && <span className={css['faint']}>({t.you})</span>}
      </th>
      <td>{placeOf(show, seat)}</td>
      <td className={css['faint']}>{clock(seat.since, show.timeZone)}</td>
      <td className={cx(holds && css['holds'])}>
        {holds && <Shape name="dot" />} {takes}
      </td>
      <td>
        {canGive && !holds && !seat.view && seat.seat !== you && (
          <Button aria-label={t.right.giveTo(seat.user)} onClick={() => onGive(seat.seat)}>
            {t.right.give}
          </Button>
        )}
      </td>
    </tr>
  );
}

function AddressList() {
  const answer = useAnswer('/desks', Addresses, null);
  if (!answer) return null;
  if (!answer.ok) return <p className={css['faint']}>{answer.detail}</p>;
  const { addresses } = answer.body;
  if (!addresses) return <p className={css['faint']}>{t.viewersHaveNone}</p>;
  const others = addresses.shotbox.length > 1;
  // the last is what another machine can use; the first is this one
  const last = (list: readonly string[]): string => list.at(-1) ?? '';
  return (
    <section aria-label={t.addresses} className={css['addresses']}>
      <h3 className={css['heading']}>{t.addresses}</h3>
      <Address label={t.viewerAddress} address={last(addresses.viewer)} copy={t.copyViewer} />
      <Address label={t.shotboxAddress} address={last(addresses.shotbox)} />
      <Address label={t.deskAddress} address={last(addresses.desk)} />
      <p className={css['faint']}>{others ? t.unencrypted : t.onlyHere}</p>
    </section>
  );
}

export function DesksDialog({ onClose }: { onClose(): void }) {
  const desk = useDesk();
  const foot = useRef<HTMLDivElement>(null);
  const show = useStation(({ state }) => state?.show ?? null);
  const air = useStation(({ state }) => state?.air ?? null);
  const seats = useStation((station) => station.seats);
  const you = useStation((station) => station.seat);
  const view = useStation((station) => station.view);
  const away = useUi((ui) => ui.away);
  if (!show || !air) return null;
  const { right, lastTake } = air;
  const holder = right?.seat ?? null;
  const canGive = !view && (holder === null || holder === you);
  const give = (to: string) => {
    // its button goes as soon as the right has gone: the keyboard must not go with it
    foot.current?.querySelector('button')?.focus();
    void desk.send({ type: 'right.give', seat: to });
  };
  return (
    <Dialog title={t.title} size="large" onClose={onClose}>
      <table className={css['seats']}>
        <thead>
          <tr>
            <th scope="col">{t.columns.who}</th>
            <th scope="col">{t.columns.where}</th>
            <th scope="col">{t.columns.since}</th>
            <th scope="col">{t.columns.takes}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {seats.map((seat) => (
            <Row key={seat.seat} {...{ seat, show, you, holder, canGive }} onGive={give} />
          ))}
        </tbody>
      </table>
      {seats.length < 2 && <p className={css['faint']}>{t.noOthers}</p>}
      <p>
        {lastTake
          ? t.lastTake(cueLabel(show, lastTake.cue), lastTake.by, clock(lastTake.at, show.timeZone))
          : t.noTake}
      </p>
      {away && (
        <p
          className={css['away']}
        >{`${clock(away.from, show.timeZone)}–${clock(away.to, show.timeZone)} · ${away.words}`}</p>
      )}
      <AddressList />
      <div ref={foot} className={css['foot']}>
        <Button autoFocus onClick={onClose}>
          {t.close}
        </Button>
      </div>
    </Dialog>
  );
}
