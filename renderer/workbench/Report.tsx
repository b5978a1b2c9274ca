/** The checker's report: what it read in the package, and, when asked, what it saw playing it. */
import { useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { Finding } from '../../core/graphics-check/finding.ts';
import type { Graphic } from '../../core/schema/manifest.ts';
import { checkLive } from '../../overlays/host/live-check/check-live.ts';
import { frameHost } from '../../overlays/host/live-check/frame-host.ts';
import type { Fixture, LiveReport } from '../../overlays/host/live-check/live-host.ts';
import { useAnswer } from '../client/rest.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { fetchFixture } from './fixtures.ts';
import css from './results.module.css';

const { workbench: words } = text;

const Findings = z.object({ findings: z.array(Finding) });

const where = ({ file, field, line, call }: Finding): string =>
  [line === null ? file : `${file}:${line}`, field, call].filter(Boolean).join(' · ');

/** What keeps it from air first. */
const inOrder = (findings: readonly Finding[]): Finding[] =>
  findings.toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));

function FindingList({ title, findings }: { title: string; findings: readonly Finding[] }) {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return (
    <section aria-label={title}>
      <h3 className={css['head']}>
        {title}: {words.findings(errors, findings.length - errors)}
      </h3>
      <ul>
        {inOrder(findings).map((finding, i) => (
          <li key={i} className={css['finding']}>
            <Chip
              tone={finding.severity === 'error' ? 'alarm' : 'warn'}
              shape={finding.severity === 'error' ? 'cross' : 'diamond'}
              word={words.severities[finding.severity]}
            />
            <span>{finding.message}</span>
            <span className={css['where']}>
              {where(finding)} · <code>{finding.rule}</code>
            </span>
          </li>
        ))}
        {findings.length === 0 && <li className={css['faint']}>{words.noFindings}</li>}
      </ul>
    </section>
  );
}

async function fixturesOf(graphic: Graphic): Promise<Fixture[]> {
  const read = graphic.fixtures.map(async ({ name }) => ({
    name,
    answer: await fetchFixture(graphic, name),
  }));
  // one that cannot be read is the static checker's to name
  return (await Promise.all(read)).flatMap(({ name, answer }) =>
    answer.ok ? [{ name, data: answer.data }] : [],
  );
}

type Live =
  | { state: 'none' }
  | { state: 'running'; stage: string }
  | { state: 'done'; report: LiveReport }
  | { state: 'failed'; detail: string };

export function Report({ graphic }: { graphic: Graphic }) {
  const read = useAnswer(`/graphics/${encodeURIComponent(graphic.id)}/check`, Findings, graphic.hash);
  const [live, setLive] = useState<Live>({ state: 'none' });
  const frames = useRef<HTMLDivElement>(null);
  const isOpen = useRef(true);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  const run = async (): Promise<void> => {
    const parent = frames.current;
    if (!parent) return;
    setLive({ state: 'running', stage: '' });
    // whatever happens it ends, so that the checks can be run again
    let end: Live = { state: 'none' };
    try {
      const report = await checkLive(frameHost(parent), {
        graphic,
        file: `${graphic.id}.ograf.json`,
        fixtures: await fixturesOf(graphic),
        onStage: (stage) => isOpen.current && setLive({ state: 'running', stage }),
      });
      end = { state: 'done', report };
    } catch (error) {
      end = { state: 'failed', detail: error instanceof Error ? error.message : String(error) };
    } finally {
      if (isOpen.current) setLive(end);
    }
  };
  return (
    <div className={css['report']}>
      {read?.ok === true && <FindingList title={words.staticChecks} findings={read.body.findings} />}
      {read?.ok === false && <p className={css['refused']}>{words.notChecked(read.detail)}</p>}
      {live.state === 'done' && <FindingList title={words.liveChecks} findings={live.report.findings} />}
      {live.state === 'failed' && <p className={css['refused']}>{words.notChecked(live.detail)}</p>}
      <div>
        <Button disabled={live.state === 'running'} onClick={() => void run()}>
          {words.runChecks}
        </Button>{' '}
        <span role="status" className={css['faint']}>
          {live.state === 'running' ? `${words.checking} ${live.stage}` : ''}
        </span>
      </div>
      <div ref={frames} className={css['stage']} aria-hidden="true" />
    </div>
  );
}
