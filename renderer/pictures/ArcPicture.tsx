/**
 * A House as a small half circle. Kinds of seats differ in shape, so that it reads in black and white: known solid,
 * leading hatched, projected ringed, vacant crossed, what nobody holds yet hollow, overhang with a light ring.
 */
import { useId, useMemo } from 'react';
import {
  arcSeats,
  seatCounts,
  seatRadius,
  type ArcSeat,
  type SeatKind,
} from '../../core/election/hemicycle.ts';
import { majorityOf } from '../../core/election/house.ts';
import type { Tally } from '../../core/schema/fact.ts';
import { text } from '../text.ts';
import { cx } from '../ui/cx.ts';
import { arcSentence, partyColour, partyName, rowsAsSeated, seatWords, type Parties } from './arc-words.ts';
import css from './pictures.module.css';

const { pictures: t } = text;

/** Units of the drawing per outer radius. */
const R = 100;

interface SeatProps {
  seat: Pick<ArcSeat, 'x' | 'y' | 'kind' | 'overhang'>;
  colour: string;
  radius: number;
  hatch: string;
}

function Seat({ seat: { x, y, kind, overhang }, colour, radius: r, hatch }: SeatProps) {
  const [cx, cy] = [x * R, -y * R];
  if (kind === 'unknown' || kind === 'vacant') {
    const arm = r * 0.42;
    return (
      <>
        <circle cx={cx} cy={cy} r={r * 0.86} className={css['empty']} />
        {kind === 'vacant' && (
          <path
            className={css['vacant']}
            d={`M${cx - arm} ${cy - arm}l${2 * arm} ${2 * arm}m0 ${-2 * arm}l${-2 * arm} ${2 * arm}`}
          />
        )}
      </>
    );
  }
  if (kind === 'won') {
    return (
      <>
        <circle cx={cx} cy={cy} r={r} fill={colour} className={css['solid']} />
        {overhang && (
          <circle cx={cx} cy={cy} r={r * 0.62} className={css['overhang']} strokeWidth={r * 0.26} />
        )}
      </>
    );
  }
  return (
    <>
      <circle
        cx={cx}
        cy={cy}
        r={r * 0.8}
        fill={kind === 'leading' ? `url(#${hatch})` : 'none'}
        stroke={colour}
        strokeWidth={r * 0.36}
      />
      <circle cx={cx} cy={cy} r={r} className={css['open']} />
    </>
  );
}

/** Where the arc has its middle seat boundary: outside the outer row, on the axis. */
function MajorityTick({ majority, words }: { majority: number; words: boolean }) {
  return (
    <g className={css['majority']}>
      <path d="M0 -102V-110" />
      {words && (
        <text y={-114} textAnchor="middle">
          {t.toGovern(majority)}
        </text>
      )}
    </g>
  );
}

/** One seat of a kind, for the key under an arc. */
function Sample({ kind, overhang = false }: { kind: SeatKind; overhang?: boolean }) {
  const id = useId();
  return (
    <svg width={13} height={13} viewBox="-7 -7 14 14" aria-hidden="true">
      <Hatch id={id} colour="currentColor" />
      <Seat seat={{ x: 0, y: 0, kind, overhang }} colour="currentColor" radius={6} hatch={id} />
    </svg>
  );
}

const Hatch = ({ id, colour, size = 4 }: { id: string; colour: string; size?: number }) => (
  <pattern id={id} width={size} height={size} patternUnits="userSpaceOnUse" patternTransform="rotate(30)">
    <rect width={size * 0.42} height={size} fill={colour} />
  </pattern>
);

interface ArcPictureProps {
  tally: Tally;
  parties: Parties;
  /** `small`: the arc alone, for a row or a corner. `large`: with the parties' names and seats, and a key to the shapes. */
  size: 'small' | 'large';
  className?: string | undefined;
}

export function ArcPicture({ tally, parties, size, className }: ArcPictureProps) {
  const id = useId();
  const seats = useMemo(() => arcSeats(tally), [tally]);
  const counts = seatCounts(tally);
  const radius = seatRadius(tally.house) * R;
  const majority = majorityOf(tally.house);
  const isLarge = size === 'large';
  const held = rowsAsSeated(tally);
  const kinds = (['won', 'leading', 'projected', 'vacant', 'unknown'] as const).filter(
    (kind) => counts[kind] > 0,
  );
  const isMixed = kinds.length > 1 || tally.rows.some(({ overhang }) => overhang > 0);
  return (
    <figure className={cx(css['figure'], css[size], className)}>
      <svg
        role="img"
        aria-label={arcSentence(tally, parties)}
        viewBox={isLarge ? '-106 -126 212 131' : '-104 -112 208 117'}
        className={css['arc']}
      >
        {held.map(({ party }) => (
          <Hatch key={party} id={`${id}-${party}`} colour={partyColour(parties, party)} size={radius * 0.7} />
        ))}
        {seats.map((seat, i) => (
          <Seat
            key={i}
            seat={seat}
            colour={seat.party ? partyColour(parties, seat.party) : ''}
            radius={radius}
            hatch={`${id}-${seat.party ?? ''}`}
          />
        ))}
        <MajorityTick majority={majority} words={isLarge} />
        <text y={-4} textAnchor="middle" className={css['house']}>
          {tally.house}
        </text>
      </svg>
      {isLarge && (
        <figcaption className={css['caption']} aria-hidden="true">
          <ul className={css['names']}>
            {held.map((row) => (
              <li key={row.party}>
                <span className={css['swatch']} style={{ background: partyColour(parties, row.party) }} />
                <span>{partyName(parties, row.party)}</span>
                <b>{seatWords(row)}</b>
              </li>
            ))}
          </ul>
          {isMixed && (
            <ul className={css['key']}>
              {kinds.map((kind) => (
                <li key={kind}>
                  <Sample kind={kind} />
                  {t.count(counts[kind], t.seatKinds[kind])}
                </li>
              ))}
              {tally.rows.some(({ overhang }) => overhang > 0) && (
                <li>
                  <Sample kind="won" overhang />
                  {t.overhang}
                </li>
              )}
            </ul>
          )}
        </figcaption>
      )}
    </figure>
  );
}
