/** Outputs in tests: made by command, opened as pages of this browser. */
import type { BrowserContext, Page } from '@playwright/test';
import type { ChannelId } from '../../core/layers.ts';
import type { OutputMode } from '../../core/schema/output.ts';
import { expect, layer } from './app.ts';
import type { CommandResult, ServeProcess } from './serve-process.ts';

export async function must(
  station: ServeProcess,
  command: { type: string } & Record<string, unknown>,
): Promise<CommandResult['body']> {
  const { body } = await station.command(command);
  expect(body, JSON.stringify(body)).toMatchObject({ ok: true });
  return body;
}

let made = 0;

/** @returns its id */
export async function makeOutput(
  station: ServeProcess,
  mode: OutputMode,
  channel: ChannelId = 'program',
): Promise<string> {
  made += 1;
  const target = { kind: 'browser' };
  const body = await must(station, { type: 'output.create', name: `Output ${made}`, channel, mode, target });
  return String(body['outputId']);
}

export interface OpenOutput {
  channel?: ChannelId;
  /** More of the address. */
  more?: string;
  pictures?: number;
}

export async function openOutput(
  context: BrowserContext,
  station: ServeProcess,
  id: string,
  { channel = 'program', more = '', pictures = 1 }: OpenOutput = {},
): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 1920 * pictures, height: 1080 });
  await page.goto(`${station.addresses.outputs[channel]}&output=${id}${more}`);
  await expect(page.locator('html')).toHaveAttribute('data-connection', 'live');
  return page;
}

export const look = (station: ServeProcess, outputId: string, picture: string) =>
  must(station, { type: 'output.picture', outputId, picture });

export async function makeCue(
  station: ServeProcess,
  graphic: string,
  layerId: string,
  data: Record<string, unknown> = {},
): Promise<string> {
  return String((await must(station, { type: 'cue.create', graphic, layer: layerId, data }))['cueId']);
}

/** Takes it, and sees it on in all of these pages. */
export async function takeOn(
  station: ServeProcess,
  cueId: string,
  layerId: string,
  pages: readonly Page[],
): Promise<void> {
  await must(station, { type: 'cue.take', cueId });
  for (const page of pages) {
    await expect(layer(page, layerId)).toHaveAttribute('data-cue', cueId);
    await expect(layer(page, layerId)).toHaveAttribute('data-state', 'on');
  }
}
