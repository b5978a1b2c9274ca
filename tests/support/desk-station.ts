/** A station in the test's own process, so that a test can be the desktop app and tell of displays and windows. */
import { join } from 'node:path';
import pino from 'pino';
import { startStation, type Station } from '../../main/station.ts';
import { root } from './serve-process.ts';

export const deskStation = (data: string, show: string): Promise<Station> =>
  startStation({
    port: 0,
    data,
    show,
    graphics: [],
    waiveFourEyes: false,
    build: join(root, 'out'),
    version: '0.0.0-test',
    log: pino({ level: 'silent' }),
  });
