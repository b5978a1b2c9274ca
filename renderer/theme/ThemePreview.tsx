/** Three graphics in a theme that is being made: real ones, with the sample data of their packages. */
import { useMemo } from 'react';
import { checkData } from '../../core/graphic-data.ts';
import { JsonObject } from '../../core/json.ts';
import type { Graphic } from '../../core/schema/manifest.ts';
import type { Theme } from '../../core/schema/theme.ts';
import { themeData, themeField } from '../../core/theme.ts';
import { useStation } from '../client/desk.ts';
import { LiveFrame } from '../frames/LiveFrame.tsx';
import { text } from '../text.ts';
import { useFixture } from './use-fixture.ts';
import css from './theme.module.css';

/** A name, a House and a quotation show most of what a theme is; any other will do where they are not installed. */
const LIKED = ['lower-third-name', 'seat-arc', 'lower-third-quote'];
const SHOWN = 3;

export function choosePreviews(graphics: Iterable<Graphic>): Graphic[] {
  const themed = [...graphics].filter(({ schema }) => themeField(schema) !== null);
  const rank = ({ id }: Graphic) => (LIKED.includes(id) ? LIKED.indexOf(id) : LIKED.length);
  return themed.sort((a, b) => rank(a) - rank(b) || a.id.localeCompare(b.id)).slice(0, SHOWN);
}

function Picture({ graphic, theme }: { graphic: Graphic; theme: Theme }) {
  const fixture = useFixture(graphic);
  const data = useMemo(() => {
    const field = themeField(graphic.schema);
    if (!fixture || field === null) return null;
    const checked = checkData(graphic, { ...fixture, [field]: themeData(theme) });
    return checked.ok ? JsonObject.parse(checked.data) : null;
  }, [graphic, fixture, theme]);
  return data && <LiveFrame graphic={graphic} data={data} label={graphic.name} />;
}

export function ThemePreview({ theme }: { theme: Theme }) {
  const graphics = useStation((station) => station.graphics);
  const shown = useMemo(() => choosePreviews(graphics.values()), [graphics]);
  return (
    // on a small screen it scrolls, and nothing in it takes the keyboard that would scroll it
    <section aria-label={text.theme.preview} className={css['previews']} tabIndex={0}>
      {shown.map((graphic) => (
        <Picture key={`${graphic.id} ${graphic.hash}`} graphic={graphic} theme={theme} />
      ))}
      {shown.length === 0 && <p className={css['hint']}>{text.theme.noTemplates}</p>}
    </section>
  );
}
