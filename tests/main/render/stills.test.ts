// Stills of graphics and of cues over REST, drawn by a browser that a test answers for.
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../core/json.ts';
import { fakeBrowser } from '../../support/fake-browser.ts';
import { testStation } from '../../support/station.ts';

const setUp = async () => {
  const browser = fakeBrowser();
  const station = await testStation({ openBrowser: browser.open });
  const post = (path: string, body: JsonObject | string = {}) =>
    station.ask(`/api/v1/${path}`, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return { browser, station, post };
};

const STRAP = { data: { headline: 'Polls close at 7' } };

describe('a still of a graphic', () => {
  it('is a PNG of the data that is asked for, at that step and size', async () => {
    const { browser, post } = await setUp();
    const { status, headers, body } = await post('graphics/steps/render', {
      data: { headline: 'Two' },
      step: 2,
      width: 3840,
      height: 2160,
    });
    expect([status, headers['content-type'], body]).toEqual([200, 'image/png', 'a picture']);
    expect(headers['content-disposition']).toBe('inline; filename="steps-2.png"');
    expect(browser.widths).toEqual([3840]);
    expect(browser.calls.map(({ call }) => call)).toEqual(['load', 'play', 'look', 'drawn']);
    expect(browser.calls[0]).toMatchObject({
      data: { headline: 'Two' },
      target: { renderType: 'realtime', width: 1920, height: 1080 },
    });
    expect(browser.calls[1]).toMatchObject({ goto: 2, skipAnimation: true });
    expect(browser.pages.open).toBe(0);
  });

  it('waits until nothing moves', async () => {
    const { browser, post } = await setUp();
    let looks = 0;
    browser.answer = ({ call }) => (call === 'look' ? { result: { moving: (looks += 1) < 4 } } : {});
    expect((await post('graphics/strap/render', STRAP)).status).toBe(200);
    expect(looks).toBe(4);
  });

  it('is refused for wrong data with the field, before any browser is started', async () => {
    const { browser, post } = await setUp();
    const { status, json } = await post('graphics/strap/render', { data: { headline: '' } });
    expect(status).toBe(422);
    expect(json).toMatchObject({ code: 'data_invalid', problems: [{ field: 'headline' }] });
    expect(browser.starts()).toBe(0);
  });

  it('is refused in the graphic’s own words', async () => {
    const { browser, post } = await setUp();
    browser.answer = ({ call }) =>
      call === 'load' ? { statusCode: 422, statusMessage: 'The name is too long.' } : {};
    const { status, json } = await post('graphics/strap/render', STRAP);
    expect([status, json['detail']]).toEqual([422, '“strap” did not load: The name is too long.']);
  });

  it.each([
    ['an unknown template', 'nobody', STRAP, 404, 'graphic_unknown'],
    ['an unknown version', 'strap', { ...STRAP, hash: 'abc' }, 404, 'version_unknown'],
    ['a step it has not', 'steps', { ...STRAP, step: 3 }, 422, 'step_unknown'],
    ['a size that is not 16:9', 'strap', { ...STRAP, width: 1920, height: 1200 }, 400, 'bad_request'],
    ['a size beyond reason', 'strap', { ...STRAP, width: 100_000 }, 400, 'bad_request'],
    ['an unknown format', 'strap', { ...STRAP, format: 'gif' }, 400, 'bad_request'],
    ['an unknown field', 'strap', { ...STRAP, colour: 'red' }, 400, 'bad_request'],
    ['what is no JSON', 'strap', '{', 400, 'bad_request'],
  ])('%s is refused in one sentence', async (_what, id, body, status, code) => {
    const { post } = await setUp();
    const answer = await post(`graphics/${id}/render`, body);
    expect([answer.status, answer.json['code']]).toEqual([status, code]);
    expect(String(answer.json['detail'])).toMatch(/^[^\n]{10,300}\.$/);
  });

  it('is not to be had without the key', async () => {
    const { station } = await setUp();
    const ask = { method: 'POST', headers: { authorization: '' }, body: '{}' };
    expect((await station.ask('/api/v1/graphics/strap/render', ask)).status).toBe(401);
    expect((await station.ask('/render', { headers: { authorization: '' } })).status).toBe(401);
  });
});

describe('a still of a cue', () => {
  it('is drawn from its resolved data', async () => {
    const { browser, post } = await setUp();
    expect((await post('cues/c2/still')).status).toBe(200);
    expect(browser.calls[0]).toMatchObject({ data: { headline: 'Labour leads in Auckland Central.' } });
    expect(browser.drafts()).toBe(0);
  });

  it('is refused for whatever the gate would refuse, and drawn with DRAFT in it where that is asked for', async () => {
    const { browser, post } = await setUp();
    const refused = await post('cues/c3/still');
    expect(refused.status).toBe(409);
    expect(refused.json).toMatchObject({ code: 'not_for_air', problems: [{ code: 'fact_draft' }] });
    expect(browser.starts()).toBe(0);
    const draft = await post('cues/c3/still?draft=1');
    expect([draft.status, browser.drafts()]).toEqual([200, 1]);
    expect(draft.headers['content-disposition']).toContain('c3-draft.png');
  });

  it('is judged as for program in rehearsal too: what was made there gets out as a draft only', async () => {
    const { station, post } = await setUp();
    await station.command({ type: 'mode.set', mode: 'rehearsal' });
    const made = await station.command({
      type: 'cue.create',
      graphic: 'strap',
      layer: 'lower-third',
      data: { headline: 'A trial' },
    });
    const id = String(made.json['cueId']);
    expect((await post(`cues/${id}/still`)).json).toMatchObject({ problems: [{ code: 'rehearsal_data' }] });
    expect((await post(`cues/${id}/still?draft=1`)).status).toBe(200);
  });

  it('of an unknown cue is not found', async () => {
    const { post } = await setUp();
    expect((await post('cues/nobody/still')).json).toMatchObject({ code: 'cue_unknown' });
  });
});
