// Ids that look like something else, and an id that nobody foresaw: the station starts, and says what is wrong.
import { describe, expect, it, vi } from 'vitest';
import * as order from '../../main/graphics/order.ts';
import { packageFiles, tempFolder, testStation, writeFiles } from '../support/station.ts';

vi.mock('../../main/graphics/order.ts', { spy: true });

describe('a template whose id every record seems to have', () => {
  it.each(['constructor', 'toString', '__proto__'])('is one like any other: %s', async (id) => {
    const folder = await tempFolder();
    await writeFiles(folder, packageFiles(id));
    const { station, ask } = await testStation({ graphics: [folder] });
    const one = () => station.store.graphics.get(id);
    expect(one()).toMatchObject({ id, network: false, pinned: false });
    const hash = one()?.hash ?? '';
    const post = (path: string, body: object) =>
      ask(`/api/v1/graphics/${id}/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    expect((await post('network', { hash, allow: true })).status).toBe(200);
    expect((await post('use', { hash })).status).toBe(200);
    expect(one()).toMatchObject({ network: true, pinned: true });
    expect((await post('network', { hash, allow: false })).status).toBe(200);
    expect((await post('use', { hash: null })).status).toBe(200);
    expect(one()).toMatchObject({ network: false, pinned: false });
  });
});

describe('a template that cannot be put in order', () => {
  it('is a problem with its name, and keeps no other from being offered', async () => {
    const real = vi.mocked(order.inUse).getMockImplementation();
    const original = await vi.importActual<typeof order>('../../main/graphics/order.ts');
    vi.mocked(order.inUse).mockImplementation((packages, ...rest) => {
      if (packages.some(({ graphic }) => graphic.id === 'sting')) throw new Error('unforeseen');
      return original.inUse(packages, ...rest);
    });
    const { station, ask } = await testStation();
    expect([...station.store.graphics.keys()]).toEqual(['steps', 'strap']);
    expect((await ask('/api/v1/graphics')).body).toContain(
      'The template “sting” cannot be offered: unforeseen',
    );
    vi.mocked(order.inUse).mockImplementation(real ?? original.inUse);
  });
});
