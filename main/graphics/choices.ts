/** `graphics.json` in the data folder: versions that people pinned, and those that they gave the network. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import writeFileAtomic from 'write-file-atomic';
import { messageOf, systemCode } from '../errors.ts';
import type { Log } from '../world.ts';
import { ofId, type Choices } from './order.ts';

const File = z.object({
  pins: z.record(z.string(), z.string()).default({}),
  network: z.record(z.string(), z.array(z.string())).default({}),
});

export class ChoicesFile {
  readonly #path: string;
  #choices: Choices;

  private constructor(path: string, choices: Choices) {
    this.#path = path;
    this.#choices = choices;
  }

  /** A file that cannot be read gives nobody consent and pins nothing. */
  static async open(path: string, log: Log): Promise<ChoicesFile> {
    try {
      return new ChoicesFile(path, File.parse(JSON.parse(await readFile(path, 'utf8'))));
    } catch (error) {
      if (systemCode(error) !== 'ENOENT') {
        log.error({ path, why: messageOf(error) }, 'what was chosen of templates cannot be read');
      }
      return new ChoicesFile(path, { pins: {}, network: {} });
    }
  }

  get now(): Choices {
    return this.#choices;
  }

  /** @param hash null lets the order of versions decide again */
  async pin(id: string, hash: string | null): Promise<void> {
    const { [id]: _old, ...pins } = this.#choices.pins;
    await this.#write({ ...this.#choices, pins: hash === null ? pins : { ...pins, [id]: hash } });
  }

  async allow(id: string, hash: string, allow: boolean): Promise<void> {
    const { [id]: _old, ...rest } = this.#choices.network;
    const old = ofId(this.#choices.network, id) ?? [];
    const hashes = [...old.filter((one) => one !== hash), ...(allow ? [hash] : [])];
    const network = hashes.length > 0 ? { ...rest, [id]: hashes } : rest;
    await this.#write({ ...this.#choices, network });
  }

  async #write(choices: Choices): Promise<void> {
    await writeFileAtomic(this.#path, `${JSON.stringify(choices, null, 2)}\n`);
    this.#choices = choices;
  }
}
