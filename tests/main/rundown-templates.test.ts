/** Rundown templates on disk and over REST: shared by all shows, written whole, damaged ones named. */
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { slug } from '../../main/rundown-templates/templates.ts';
import { testStation } from '../support/station.ts';

const send = (method: string, body: object) => ({
  method,
  headers: { 'content-type': 'application/json', 'x-tallydesk-user': 'ana' },
  body: JSON.stringify(body),
});

describe('rundown templates', () => {
  it('are saved, listed, renamed, pasted and deleted', async () => {
    const { ask, data } = await testStation();
    expect((await ask('/api/v1/rundown-templates')).json).toEqual({ templates: [], damaged: [] });
    const saved = await ask(
      '/api/v1/rundown-templates',
      send('POST', { name: 'Ōtautahi / 1', cueIds: ['c2', 'c1'] }),
    );
    expect(saved.json).toEqual({ ok: true, id: 'otautahi-1', cues: 2 });
    // the same name again never overwrites
    const again = await ask('/api/v1/rundown-templates', send('POST', { name: '../../Ōtautahi 1' }));
    expect(again.json).toMatchObject({ id: 'otautahi-1-2', cues: 5 });
    expect((await readdir(join(data, 'rundown-templates'))).toSorted()).toEqual([
      'otautahi-1-2.json',
      'otautahi-1.json',
    ]);
    await ask('/api/v1/rundown-templates/otautahi-1', send('PATCH', { name: 'Opening' }));
    const { clip, name, savedBy } = (await ask('/api/v1/rundown-templates/otautahi-1')).json as {
      clip: { cues: { id: string }[]; facts: { id: string }[] };
      name: string;
      savedBy: string;
    };
    expect([name, savedBy]).toEqual(['Opening', 'ana']);
    expect(clip.cues.map(({ id }) => id)).toEqual(['c1', 'c2']);
    expect(clip.facts.map(({ id }) => id)).toEqual(['f1']);
    const pasted = await ask('/api/v1/rundown/paste', send('POST', { clip, index: 0 }));
    expect(pasted.json).toMatchObject({ ok: true, draftFacts: 0, renumbered: 2 });
    await ask('/api/v1/rundown-templates/otautahi-1', { method: 'DELETE' });
    expect((await ask('/api/v1/rundown-templates/otautahi-1')).status).toBe(404);
    expect((await ask('/api/v1/rundown-templates/otautahi-1', { method: 'DELETE' })).status).toBe(404);
  });

  it('names a damaged file and leaves it; a path is no id', async () => {
    const { ask, data } = await testStation();
    await ask('/api/v1/rundown-templates', send('POST', { name: 'Good' }));
    await writeFile(join(data, 'rundown-templates', 'bad.json'), '{"name": "Bad", "clip"');
    const { json } = await ask('/api/v1/rundown-templates');
    expect(json).toMatchObject({ templates: [{ name: 'Good', cues: 5 }], damaged: ['bad.json'] });
    expect((await ask('/api/v1/rundown-templates/..%2Fkey')).status).toBe(404);
    expect((await ask('/api/v1/rundown-templates', send('POST', { name: '  ' }))).status).toBe(400);
    expect((await ask('/api/v1/rundown-templates', send('POST', { name: 'x', cueIds: ['c9'] }))).status).toBe(
      422,
    );
  });

  it('have file names without a trace of what would be unsafe', () => {
    expect(slug('Kia ora, Te Tai Hauāuru!')).toBe('kia-ora-te-tai-hauauru');
    expect(slug('../../..')).toBe('template');
    expect(slug('x'.repeat(200))).toHaveLength(50);
  });
});
