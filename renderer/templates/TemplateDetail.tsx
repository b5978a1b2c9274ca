/** All of one template: what it is, its versions, its network, its warnings. */
import type { ReactNode } from 'react';
import type { Graphic, GraphicVersion } from '../../core/schema/manifest.ts';
import { useDesk, useUi } from '../client/desk.ts';
import { text } from '../text.ts';
import { Button, buttonLook } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { HoldButton } from '../ui/HoldButton.tsx';
import { allowNetwork, chooseVersion, removeVersion } from './templates-rest.ts';
import { Thumbnail } from './TemplateRow.tsx';
import css from './templates.module.css';

const t = text.templates;

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section aria-label={title} className={css['part']}>
    <h3>{title}</h3>
    {children}
  </section>
);

const dateOf = (at: number): string =>
  at === 0 ? '' : new Date(at).toLocaleString('en-NZ', { dateStyle: 'medium', timeStyle: 'short' });

function VersionRow({ graphic, version, uses }: { graphic: Graphic; version: GraphicVersion; uses: number }) {
  const desk = useDesk();
  const locked = useUi((ui) => ui.locked);
  const isUsed = version.hash === graphic.hash;
  const { id } = graphic;
  return (
    <li className={css['version']}>
      <b>{version.version || '–'}</b>
      <code className={css['hash']}>{version.hash}</code>
      <span className={css['about']}>
        {t.source[version.source]} {dateOf(version.at)}
      </span>
      <span className={css['versionActions']}>
        {isUsed ? (
          <Chip tone="good" shape="tick" word={graphic.pinned ? t.pinned : t.inUse} />
        ) : (
          <Button disabled={locked} onClick={() => void chooseVersion(desk, id, version.hash)}>
            {t.use(version.version)}
          </Button>
        )}
        {version.source === 'imported' && (
          <HoldButton
            label={t.remove(version.version, uses)}
            title={t.remove(version.version, uses)}
            disabled={locked}
            className={buttonLook('quiet')}
            onHeld={() => void removeVersion(desk, id, version.hash)}
          >
            <span>✕</span>
          </HoldButton>
        )}
      </span>
    </li>
  );
}

function Network({ graphic }: { graphic: Graphic }) {
  const desk = useDesk();
  const locked = useUi((ui) => ui.locked);
  const { id, hash, network, asked } = graphic;
  return (
    <Part title={t.network}>
      <p>{network ? t.networkOn : t.networkOff}</p>
      {!network && (
        <p className={css['about']}>{asked.length > 0 ? `${t.asked} ${asked.join(', ')}` : t.askedNothing}</p>
      )}
      {network ? (
        <Button disabled={locked} onClick={() => void allowNetwork(desk, id, hash, false)}>
          {t.forbid}
        </Button>
      ) : (
        <HoldButton
          label={t.allow}
          disabled={locked}
          className={buttonLook('plain')}
          onHeld={() => void allowNetwork(desk, id, hash, true)}
        >
          <span>{t.allow}</span>
        </HoldButton>
      )}
    </Part>
  );
}

export function TemplateDetail({ graphic, uses }: { graphic: Graphic; uses: number }) {
  const desk = useDesk();
  const locked = useUi((ui) => ui.locked);
  const { id, name, version, author, description, stepCount, source, warnings, customActions } = graphic;
  const workbench = `/workbench?${new URLSearchParams({ key: desk.key }).toString()}#${encodeURIComponent(id)}`;
  return (
    <div className={css['detail']}>
      <Thumbnail graphic={graphic} large />
      <header>
        <h3 className={css['name']}>{name}</h3>
        <p className={css['about']}>
          {[id, t.version(version), author && t.by(author), t.source[source]].filter(Boolean).join(' · ')}
        </p>
        {description && <p>{description}</p>}
        <p className={css['about']}>
          {t.steps(stepCount)} · {t.usedBy(uses)}
        </p>
        <a className={buttonLook('plain')} href={workbench} target="_blank" rel="noreferrer">
          {t.workbench}
        </a>
      </header>
      {warnings.length > 0 && (
        <Part title={t.warnings}>
          <ul className={css['warnings']}>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Part>
      )}
      <Part title={t.versions}>
        <ul className={css['versions']}>
          {graphic.versions.map((one) => (
            <VersionRow key={one.hash} graphic={graphic} version={one} uses={uses} />
          ))}
        </ul>
        {graphic.pinned && (
          <Button disabled={locked} title={t.newestLong} onClick={() => void chooseVersion(desk, id, null)}>
            {t.newest}
          </Button>
        )}
      </Part>
      {customActions.length > 0 && (
        <Part title={t.actions}>
          <ul>
            {customActions.map((action) => (
              <li key={action.id}>
                <b>{action.name}</b> <span className={css['about']}>{action.description}</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Network graphic={graphic} />
    </div>
  );
}
