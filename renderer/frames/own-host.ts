/** A name for frames of this page alone: each gets a process of its own, away from air and from the monitors. */
import { newStageId } from '../../overlays/host/origins.ts';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** @returns null where names under `localhost` are not this station */
export const ownHost = (purpose: string): string | null =>
  LOOPBACK.has(location.hostname)
    ? `${newStageId(crypto.getRandomValues(new Uint8Array(10)))}-${purpose}.localhost`
    : null;
