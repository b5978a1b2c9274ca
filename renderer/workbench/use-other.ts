/** What is compared with: another version of the same template, or another template with its own first fixture. */
import { useEffect, useMemo, useState } from 'react';
import type { JsonObject } from '../../core/json.ts';
import type { Graphic } from '../../core/schema/manifest.ts';
import { useStation } from '../client/desk.ts';
import { useStore } from '../client/store.ts';
import { text } from '../text.ts';
import { fetchFixture, firstFixture } from './fixtures.ts';
import type { Subject } from './mount.ts';
import { settings } from './settings.ts';

const { workbench: words } = text;

export interface Choice {
  value: string;
  label: string;
}

const valueOf = (id: string, hash: string): string => JSON.stringify([id, hash]);

export function readChoice(value: string): { id: string; hash: string } | null {
  if (value === '') return null;
  const [id, hash] = JSON.parse(value) as [string, string];
  return { id, hash };
}

/** Versions of this template first, the one on the bench too: a change of data can be compared with what was. */
export function choicesFor(graphic: Graphic, graphics: ReadonlyMap<string, Graphic>): Choice[] {
  const versions = graphic.versions.filter(({ hash }) => hash !== graphic.hash);
  const others = [...graphics.values()].filter(({ id }) => id !== graphic.id);
  return [
    ...versions.map(({ hash, version }) => ({
      value: valueOf(graphic.id, hash),
      label: words.otherVersion(version, hash.slice(0, 6)),
    })),
    ...others
      .sort((a, b) => a.name.localeCompare(b.name))
      .map(({ id, hash, name }) => ({ value: valueOf(id, hash), label: name })),
  ];
}

export interface Other {
  choices: Choice[];
  chosen: string;
  subject: Subject | null;
  name: string | null;
  /** Null: the same as the first one's. */
  data: JsonObject | null;
  /** The other template's own data has been read. */
  ready: boolean;
}

export function useOther(graphic: Graphic): Other {
  const graphics = useStation((station) => station.graphics);
  const wanted = useStore(settings, (now) => now.other);
  const choices = useMemo(() => choicesFor(graphic, graphics), [graphic, graphics]);
  const chosen = wanted ? valueOf(wanted.id, wanted.hash) : '';
  const isSame = wanted?.id === graphic.id;
  const other = isSame ? graphic : (wanted && graphics.get(wanted.id)) || null;
  const isThere = other !== null && (isSame ? choices.some(({ value }) => value === chosen) : true);
  const hash = isThere && wanted ? (isSame ? wanted.hash : other.hash) : null;
  const subject = useMemo(() => (other && hash ? { graphic: other, hash } : null), [other, hash]);
  const [own, setOwn] = useState<{ key: string; data: JsonObject } | null>(null);
  const key = subject && !isSame ? `${subject.graphic.id} ${subject.hash}` : null;
  useEffect(() => {
    if (!subject || key === null) return;
    let isWanted = true;
    void fetchFixture(subject.graphic, firstFixture(subject.graphic)).then((answer) => {
      if (isWanted) setOwn({ key, data: answer.ok ? answer.data : {} });
    });
    return () => {
      isWanted = false;
    };
  }, [subject, key]);
  return {
    choices,
    chosen: subject ? chosen : '',
    subject,
    name: subject && (isSame ? `${subject.graphic.name} ${subject.hash.slice(0, 6)}` : subject.graphic.name),
    data: key !== null && own?.key === key ? own.data : null,
    ready: subject !== null && (key === null || own?.key === key),
  };
}
