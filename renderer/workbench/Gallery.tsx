/** Every template with every fixture, each as it looks on air, and the packages that are not offered. */
import { useState } from 'react';
import { fold } from '../../core/rundown.ts';
import type { Graphic } from '../../core/schema/manifest.ts';
import { useStation } from '../client/desk.ts';
import { text } from '../text.ts';
import { Chip } from '../ui/Chip.tsx';
import { Tile } from './Tile.tsx';
import css from './gallery.module.css';

const { workbench: words } = text;

function Template({ graphic }: { graphic: Graphic }) {
  const fixtures = graphic.fixtures.length > 0 ? graphic.fixtures.map(({ name }) => name) : [null];
  return (
    <section aria-label={graphic.name} className={css['template']}>
      <header className={css['head']}>
        <h2 className={css['name']}>{graphic.name}</h2>
        <span className={css['about']}>
          {[
            graphic.id,
            words.version(graphic.version),
            words.steps(graphic.stepCount),
            words.sources[graphic.source],
          ].join(' · ')}
        </span>
        {graphic.warnings.length > 0 && (
          <Chip
            tone="warn"
            shape="diamond"
            word={words.warnings(graphic.warnings.length)}
            title={graphic.warnings.join('\n')}
          />
        )}
      </header>
      <ul className={css['tiles']}>
        {fixtures.map((fixture) => (
          <Tile key={fixture ?? ''} graphic={graphic} fixture={fixture} />
        ))}
      </ul>
    </section>
  );
}

export function Gallery() {
  const graphics = useStation((station) => station.graphics);
  const problems = useStation((station) => station.problems);
  const ready = useStation(({ state }) => state !== null);
  const [query, setQuery] = useState('');
  const wanted = fold(query.trim());
  const found = [...graphics.values()]
    .filter(({ id, name }) => fold(`${id} ${name}`).includes(wanted))
    .sort((a, b) => a.name.localeCompare(b.name));
  return (
    <main className={css['gallery']}>
      <div className={css['tools']}>
        <input
          type="search"
          aria-label={words.filter}
          placeholder={words.filterHint}
          className={css['filter']}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        {problems.length > 0 && (
          <details className={css['problems']} open>
            <summary>{words.notOffered(problems.length)}</summary>
            <ul>
              {problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
      {ready ? null : <p className={css['nothing']}>{text.connection.loading}</p>}
      {ready && found.length === 0 && (
        <p className={css['nothing']}>{graphics.size === 0 ? words.none : words.nothingFound}</p>
      )}
      {found.map((graphic) => (
        <Template key={graphic.id} graphic={graphic} />
      ))}
    </main>
  );
}
