/** The stage's small pure parts: its address, its scale, its frame count, its host names and its mirror. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FromStation } from '../../core/protocol.ts';
import { stageView } from '../../core/stage/view.ts';
import { FrameMeter } from '../../overlays/stage/beat.ts';
import { frameAddress } from '../../overlays/host/frame-handle.ts';
import { hostName, Lanes, moduleAddress, newStageId } from '../../overlays/host/origins.ts';
import { readParams } from '../../overlays/stage/params.ts';
import { fit } from '../../overlays/stage/scale.ts';
import { follow, isThawed, touchedLayers, type Mirror } from '../../overlays/stage/view-mirror.ts';
import { makeCue, makeGraphic, makeStation } from '../support/builders.ts';

const read = (address: string) => readParams(new URL(address, 'http://127.0.0.1:4400'));

describe('the address of a stage', () => {
  it('says channel and key; the rest has defaults', () => {
    expect(read('/output/program?key=k')).toEqual({
      channel: 'program',
      key: 'k',
      kind: 'output',
      name: '',
      background: 'transparent',
      isolation: 'full',
      output: null,
      window: null,
      patient: false,
      keySide: 'right',
    });
  });

  it('may name an output of the show, its window and the side of its key', () => {
    const params = read('/output/program?key=k&output=program&window=3&key-side=left');
    expect(params).toMatchObject({ output: 'program', window: 3, keySide: 'left' });
  });

  it('may ask for a ground, a kind and a name', () => {
    const params = read('/output/preview?key=k&kind=monitor&name=Desk&background=%2300ff00');
    expect(params).toMatchObject({
      channel: 'preview',
      kind: 'monitor',
      name: 'Desk',
      background: '#00ff00',
    });
    expect(read('/output/program?key=k&background=black')).toMatchObject({ background: '#000000' });
  });

  it.each(['red', 'url(http://evil)', '#fff', '#00ff00;x'])('takes no other ground: %s', (wish) => {
    expect(read(`/output/program?key=k&background=${encodeURIComponent(wish)}`)).toMatchObject({
      background: 'transparent',
    });
  });

  it.each(['/output/program', '/output/program?key=', '/output/nowhere?key=k', '/output/?key=k'])(
    'is no good as %s',
    (address) => {
      expect(read(address)).toHaveProperty('problem');
    },
  );

  it.each([
    ['http://localhost:4400', 'full'],
    ['http://[::1]:4400', 'full'],
    ['http://192.168.1.20:4400', 'reduced'],
    ['http://studio-pc:4400', 'reduced'],
  ])('on %s gives %s isolation', (origin, isolation) => {
    expect(readParams(new URL('/output/program?key=k', origin))).toMatchObject({ isolation });
  });
});

describe('the scale', () => {
  it('is exactly 1 at 1920×1080', () => {
    expect(fit(1920, 1080)).toEqual({ scale: 1, left: 0, top: 0 });
  });

  it('shows the whole picture, centred, in any window', () => {
    const size = fc.integer({ min: 100, max: 8000 });
    fc.assert(
      fc.property(size, size, (width, height) => {
        const { scale, left, top } = fit(width, height);
        expect(left).toBeGreaterThanOrEqual(-1e-6);
        expect(top).toBeGreaterThanOrEqual(-1e-6);
        expect(left * 2 + 1920 * scale).toBeCloseTo(width);
        expect(top * 2 + 1080 * scale).toBeCloseTo(height);
        expect(Math.min(left, top)).toBeCloseTo(0);
      }),
    );
  });

  it('is exactly 1 for fill and key in a window over two displays, and fits both into any other', () => {
    expect(fit(3840, 1080, 2)).toEqual({ scale: 1, left: 0, top: 0 });
    expect(fit(1920, 1080, 2)).toEqual({ scale: 0.5, left: 0, top: 270 });
    expect(fit(3840, 1080)).toEqual({ scale: 1, left: 960, top: 0 });
  });
});

describe('the frame count', () => {
  const meterOf = (gaps: readonly number[]) => {
    const meter = new FrameMeter();
    let at = 1000;
    meter.add(at);
    for (const gap of gaps) meter.add((at += gap));
    return { meter, at };
  };

  it('is 60 a second with none late, on a screen of 60 and as good on one of 50', () => {
    const sixty = meterOf(Array<number>(60).fill(1000 / 60));
    expect(sixty.meter.take(sixty.at)).toEqual({ frames: 60, late: 0 });
    const fifty = meterOf(Array<number>(50).fill(20));
    expect(fifty.meter.take(fifty.at)).toEqual({ frames: 50, late: 0 });
  });

  it('finds a late frame', () => {
    const { meter, at } = meterOf([16.7, 16.7, 33.4, 16.7]);
    expect(meter.take(at).late).toBe(1);
  });

  it('a sample stands for the whole second', () => {
    const { meter, at } = meterOf(Array<number>(6).fill(1000 / 60));
    meter.pause();
    expect(meter.take(at + 900)).toEqual({ frames: 60, late: 0 });
    expect(meter.take(at + 1900)).toEqual({ frames: 0, late: 0 });
  });

  it('a page that stands still does not pass for a good one', () => {
    const { meter, at } = meterOf([16.7, 16.7]);
    expect(meter.take(at + 970).frames).toBeLessThanOrEqual(2);
  });
});

describe('where graphics live', () => {
  it('names are fit for a host name, one for each stage and layer', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 6, maxLength: 6 }), (random) => {
        expect(hostName(newStageId(random), 'lower-third', 3)).toMatch(
          /^[a-z][a-z0-9-]{0,61}[a-z0-9]\.localhost$/,
        );
      }),
    );
    expect(hostName('s1', 'bug', 1)).toBe('s1-bug.localhost');
    expect(hostName('s1', 'bug', 2)).toBe('s1-bug-g2.localhost');
  });

  it('no two graphics share a lane, a free one is used again, one that hung never', () => {
    const lanes = new Lanes();
    expect([lanes.open(), lanes.open()]).toEqual([1, 2]);
    lanes.close(1, false);
    expect(lanes.open()).toBe(1);
    lanes.close(1, true);
    expect(lanes.open()).toBe(3);
  });

  it('the frame has an origin of its own, or none at all', () => {
    const page = new URL('http://127.0.0.1:4400/output/program') as unknown as Location;
    expect(frameAddress(page, 's1-bug.localhost')).toEqual({
      url: 'http://s1-bug.localhost:4400/frame',
      target: 'http://s1-bug.localhost:4400',
      sandbox: 'allow-scripts allow-same-origin',
    });
    expect(frameAddress(page, null)).toEqual({
      url: 'http://127.0.0.1:4400/frame',
      target: '*',
      sandbox: 'allow-scripts',
    });
  });

  it('a module’s address survives any id', () => {
    const graphic = makeGraphic('nz.co ä?#%', { main: 'dist/my graphic.js', hash: 'abc' });
    const address = moduleAddress(graphic);
    expect(address).toBe('/graphics/nz.co%20%C3%A4%3F%23%25/abc/dist/my%20graphic.js');
    expect(new URL(address, 'http://x').pathname).toBe(address);
  });
});

describe('the mirror', () => {
  const station = makeStation({ cues: [makeCue({ id: 'c1' })] });
  const snapshot = (revision: number) => ({
    type: 'snapshot' as const,
    revision,
    view: structuredClone(stageView(station.state, 'program')),
    now: 0,
  });
  const good = (mirror: ReturnType<typeof follow>): Mirror => {
    if ('gap' in mirror) throw new Error(mirror.gap);
    return mirror;
  };
  const patch = (revision: number, path: string[], value: unknown) => ({
    type: 'patch' as const,
    revision,
    patches: [{ op: 'replace' as const, path, value }],
  });

  it('follows patches in order and tells which layers they touch', () => {
    const first = good(follow(null, snapshot(5)));
    const second = good(follow(first, patch(6, ['layers', 'bug', 'armed'], null)));
    expect(second.revision).toBe(6);
    expect(touchedLayers(first, second)).toEqual([]);
    const third = good(follow(second, patch(7, ['layers', 'bug', 'armed'], { instance: 'x' })));
    expect(touchedLayers(second, third)).toEqual(['bug']);
    expect(touchedLayers(null, third)).toHaveLength(5);
  });

  it.each([
    ['without a snapshot', null, patch(1, ['mode'], 'live')],
    ['after a gap', 5, patch(7, ['mode'], 'live')],
    ['twice', 5, patch(5, ['mode'], 'live')],
    ['where its path is not', 5, patch(6, ['layers', 'nowhere', 'armed'], null)],
    ['of something else', null, { type: 'snapshot' as const, revision: 1, view: { show: {} }, now: 0 }],
  ])('asks for a snapshot: %s', (_name, revision, message) => {
    const mirror = revision === null ? null : good(follow(null, snapshot(revision)));
    expect(follow(mirror, message)).toHaveProperty('gap');
  });

  it('tells when a picture that was held lets go', () => {
    const look = { name: 'P', mode: { kind: 'black' as const }, picture: 'show' as const, guides: false };
    const at = (frozen: boolean | null): Mirror => {
      const { revision, view } = good(follow(null, snapshot(5)));
      return { revision, view: { ...view, output: frozen === null ? null : { ...look, frozen } } };
    };
    expect(isThawed(at(true), at(false))).toBe(true);
    expect(isThawed(at(true), at(null))).toBe(true);
    expect(isThawed(at(true), at(true))).toBe(false);
    expect(isThawed(at(false), at(false))).toBe(false);
    expect(isThawed(null, at(false))).toBe(false);
  });

  it('takes any snapshot, of an older revision too: the station may have been restarted', () => {
    const mirror = good(follow(null, snapshot(50)));
    expect(good(follow(mirror, snapshot(3))).revision).toBe(3);
    expect(FromStation.safeParse(snapshot(3)).success).toBe(true);
  });
});
