/** One proposal in full: what is odd about it, every difference, the source's own words, and who uses the fact. */
import type { Change } from '../../core/facts/difference.ts';
import { factsOf } from '../../core/bindings.ts';
import { cuesInOrder } from '../../core/rundown.ts';
import type { Fact } from '../../core/schema/fact.ts';
import type { Proposal } from '../../core/schema/feed.ts';
import { useDesk, useNow, useStation } from '../client/desk.ts';
import { openFact } from '../facts/fact-actions.ts';
import { ArcPicture } from '../pictures/ArcPicture.tsx';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { Shape } from '../ui/Shape.tsx';
import { agoText } from './feed-time.ts';
import { OnAirChip } from './ProposalRowView.tsx';
import css from './proposals.module.css';

const t = text.proposals;

interface ProposalDetailProps {
  proposal: Proposal;
  fact: Fact | null;
  changes: readonly Change[];
  onAir: 'follows' | 'stays' | null;
}

export function ProposalDetail({ proposal, fact, changes, onAir }: ProposalDetailProps) {
  const desk = useDesk();
  const now = useNow(1000);
  const show = useStation(({ state }) => state?.show ?? null);
  const { content, odd, at } = proposal;
  const cues = show && fact ? cuesInOrder(show).filter((cue) => factsOf(cue).includes(fact.id)) : [];
  return (
    <div className={css['detailBody']}>
      <p className={css['detailStatement']}>{content.statement}</p>
      {odd.length > 0 && (
        <ul className={css['oddities']}>
          {odd.map(({ code, detail }) => (
            <li key={`${code}${detail}`}>
              <Shape name="up" />
              <span>
                <b>{t.oddities[code]}.</b> {detail}
              </span>
            </li>
          ))}
        </ul>
      )}
      {onAir && (
        <p className={css['airLine']}>
          <OnAirChip how={onAir} /> {onAir === 'follows' ? t.followsLong : t.staysLong}
        </p>
      )}
      {content.tally && show && <ArcPicture tally={content.tally} parties={show.parties} size="large" />}
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col">{t.field}</th>
            <th scope="col">{t.present}</th>
            <th scope="col">{t.proposed}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ path, title, from, to }) => (
            <tr key={path}>
              <th scope="row">{title}</th>
              <td>{from ?? t.nothingBefore}</td>
              <td className={css['proposed']}>{to ?? t.nothingBefore}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {content.source.sentence && (
        <div>
          <p className={css['term']}>
            {t.sourceSays} · {content.source.name} {content.source.place && `(${content.source.place})`}
          </p>
          <p className={css['sentence']}>{content.source.sentence}</p>
        </div>
      )}
      <p className={css['hint']}>
        {agoText(at, now)} · {fact?.approval === 'draft' ? t.draftNow : t.acceptMeans}
        {cues.length > 0 && ` ${t.usedBy(cues.map(({ number }) => String(number)))}.`}
      </p>
      {fact && (
        <div>
          <Button onClick={() => openFact(desk, fact.id)}>{t.openFact}</Button>
        </div>
      )}
    </div>
  );
}
