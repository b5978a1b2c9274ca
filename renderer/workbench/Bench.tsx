/** One template on the bench: its data, its picture, what one does with it and what was measured. */
import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react';
import { sameJson, type JsonObject } from '../../core/json.ts';
import type { Graphic } from '../../core/schema/manifest.ts';
import { useStation } from '../client/desk.ts';
import { useStore } from '../client/store.ts';
import { text } from '../text.ts';
import type { Act } from './acts.ts';
import { DataPanel } from './DataPanel.tsx';
import { complete } from './fixtures.ts';
import { isProblemOf } from './problem-of.ts';
import { Results } from './Results.tsx';
import { Screens } from './Screens.tsx';
import type { Session } from './session.ts';
import { settings } from './settings.ts';
import { Tools } from './Tools.tsx';
import { Transport, type Controls } from './Transport.tsx';
import { useDoc } from './use-doc.ts';
import { useOther } from './use-other.ts';
import { useSession, useSessionState } from './use-session.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useTheme } from './use-theme.ts';
import css from './workbench.module.css';

const { workbench: words } = text;

/** Keeps a session at what is on the bench: its template and version, where it is drawn, and its data. */
function useKeptUp(
  session: Session | null,
  graphic: Graphic | null,
  hash: string | null,
  data: JsonObject | null,
) {
  const size = useStore(settings, (now) => now.size);
  const rate = useStore(settings, (now) => now.rate);
  const live = useStore(settings, (now) => now.live);
  const loaded = useSessionState(session, (state) => state.hash);
  const hasFailed = useSessionState(session, (state) => state.phase === 'fault');
  const isReady = session !== null && graphic !== null && data !== null;
  const id = graphic?.id ?? null;
  const load = useEffectEvent(() => {
    if (session && graphic && hash && data) void session.load({ graphic, hash }, data, { size, rate });
  });
  useEffect(() => {
    if (isReady) load();
  }, [session, isReady, id, size, rate]);
  const follow = useEffectEvent(() => {
    if (!session || !graphic || !hash || !data) return;
    if (loaded === null) {
      // what did not load may do so in its next version
      if (hasFailed && session.wantedHash !== hash) load();
      return;
    }
    if (loaded !== hash) void session.swap({ graphic, hash }, data, { size, rate });
    else if (live && !sameJson(session.data, data)) {
      const { phase } = session.store.get();
      void session.act({ do: 'update', data }, phase !== 'on' && phase !== 'coming');
    }
  });
  // what changed while it was being loaded is caught up with once it is
  useEffect(() => follow(), [hash, data, loaded, hasFailed]);
}

interface BenchProps {
  graphic: Graphic;
  fixture: string | null;
}

export function Bench({ graphic, fixture }: BenchProps) {
  const [a, b] = [useSession(), useSession()];
  const doc = useDoc(graphic, fixture);
  const theme = useTheme();
  const other = useOther(graphic);
  const view = useStore(settings, (now) => now.view);
  const skip = useStore(settings, (now) => now.skip);
  const [formKey, setFormKey] = useState(0);
  const full = useMemo(() => complete(graphic, doc.data, theme), [graphic, doc.data, theme]);
  const otherFull = useMemo(
    () => other.subject && complete(other.subject.graphic, other.data ?? doc.data, theme),
    [other.subject, other.data, doc.data, theme],
  );
  const isDouble = view !== 'one' && other.subject !== null;
  useKeptUp(a.session, graphic, graphic.hash, doc.ready ? full.data : null);
  useKeptUp(
    b.session,
    other.subject?.graphic ?? null,
    other.subject?.hash ?? null,
    doc.ready && other.ready && otherFull ? otherFull.data : null,
  );

  const step = useSessionState(a.session, (state) => state.step);
  // what is compared comes to where the first one is
  const [phaseB, hashB] = [
    useSessionState(b.session, (state) => state.phase),
    useSessionState(b.session, (state) => state.hash),
  ];
  const join = useEffectEvent(() => {
    if (b.session && phaseB === 'ready' && step !== null) void b.session.act({ do: 'play', step }, true);
  });
  useEffect(() => {
    if (hashB !== null) join();
  }, [hashB]);

  const problem = useStation(({ problems, graphics }) =>
    graphics.has(graphic.id) && graphics.get(graphic.id)?.hash !== graphic.hash
      ? null
      : (problems.find((one) => isProblemOf(one, graphic.id)) ?? null),
  );
  useEffect(() => a.session?.keepLastGood(problem), [a.session, problem]);

  const controls = useMemo((): Controls => {
    const sessions = [a.session, isDouble ? b.session : null].filter((one) => one !== null);
    const each = (does: (session: Session) => Promise<unknown>): void => {
      for (const session of sessions) void does(session);
    };
    const act = (one: Act): void => each((session) => session.act(one, skip));
    const { size, rate } = settings.get();
    return {
      load: () => {
        void a.session?.load({ graphic, hash: graphic.hash }, full.data, { size, rate });
        if (isDouble && other.subject && otherFull)
          void b.session?.load(other.subject, otherFull.data, { size, rate });
      },
      goTo: (step) => act({ do: 'play', step }),
      continue: () => each((session) => session.continue(skip)),
      update: () => {
        void a.session?.act({ do: 'update', data: full.data }, skip);
        if (isDouble && otherFull) void b.session?.act({ do: 'update', data: otherFull.data }, skip);
      },
      out: () => act({ do: 'stop' }),
      action: (id, payload) => act({ do: 'action', id, payload }),
      tempo: (to) => each((session) => session.tempo(to)),
      scrub: (ms) => each((session) => session.scrub(ms)),
    };
  }, [a.session, b.session, isDouble, skip, graphic, full, other.subject, otherFull]);
  const [resetFrom, setResetFrom] = useState<number | null>(null);
  const reset = useCallback(() => {
    setResetFrom(doc.round);
    doc.pick(doc.fixture);
  }, [doc]);
  // the fixture is read anew first: what is loaded is its own data, not what was typed over it
  const restart = useEffectEvent(() => {
    if (resetFrom === null || resetFrom === doc.round) return;
    setResetFrom(null);
    setFormKey((n) => n + 1);
    controls.load();
  });
  useEffect(() => restart(), [doc.round]);
  useShortcuts(a.session, controls, doc.isEdited);

  return (
    <main className={css['bench']}>
      <DataPanel key={formKey} graphic={graphic} doc={doc} full={full} />
      <section className={css['middle']} aria-label={graphic.name}>
        <Tools graphic={graphic} other={other} step={step} data={full.data} />
        <Screens a={a.attach} b={b.attach} nameA={graphic.name} nameB={isDouble ? other.name : null} />
        <Transport graphic={graphic} session={a.session} controls={controls} reset={reset} />
      </section>
      <Results
        graphic={graphic}
        session={a.session}
        other={isDouble ? b.session : null}
        otherName={other.name ?? words.name}
      />
    </main>
  );
}
