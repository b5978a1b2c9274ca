/** Badly behaved OGraf packages, written into a folder: what a stage must survive. */
import { writeGraphics } from './write-graphics.ts';

const plate = `style.cssText = 'position:absolute;left:200px;top:800px;width:800px;height:120px;background:#c0392b'`;

const SOURCES: Record<string, string> = {
  /** Blocks its process for ever as soon as it is played. */
  'hangs-on-play': `
    async load() { this.${plate}; return { statusCode: 200 }; }
    async playAction() { for (;;) {} }`,
  'throws-on-play': `
    async load() { return { statusCode: 200 }; }
    async playAction() { throw new Error('the designer forgot something'); }`,
  'throws-on-load': `
    async load() { throw new Error('no such font'); }
    async playAction() {}`,
  /** Paints in load(), as several public graphics do. */
  'paints-early': `
    async load() { this.${plate}; this.textContent = 'early'; return { statusCode: 200 }; }
    async playAction() { return { statusCode: 200, currentStep: 0 }; }`,
  /** Answers nothing when told to stop. */
  'never-stops': `
    async load() { this.${plate}; }
    async playAction() { return { statusCode: 200 }; }
    async stopAction() { return new Promise(() => {}); }`,
};

export type Quirk = keyof typeof SOURCES;

export const writeQuirkyGraphics = (folder: string): Promise<void> => writeGraphics(folder, SOURCES);
