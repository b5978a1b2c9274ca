/**
 * How Tallydesk is built: the station (headless `serve` and the desktop app) for Node, and the pages for the
 * browser. Graphics are built one by one (scripts/build-graphics.mjs), so that each package stays self-contained.
 */
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string) => resolve(import.meta.dirname, path);

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      // everything is bundled: the packaged app carries no node_modules, and `serve` starts in one read
      externalizeDeps: false,
      target: 'node20.19',
      rolldownOptions: {
        input: {
          serve: at('main/serve.ts'),
          desktop: at('main/desktop/main.ts'),
          allocate: at('main/tools/allocate.ts'),
          simulate: at('main/simulator/simulate.ts'),
          'graphics-check': at('main/graphics-check/tool.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // a sandboxed preload is one CommonJS file and can load nothing but Electron
      externalizeDeps: false,
      isolatedEntries: true,
      rolldownOptions: {
        input: { desk: at('main/desktop/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: '.',
    base: '/',
    plugins: [react()],
    build: {
      outDir: 'out/pages',
      minify: true,
      // the stage must not wait for another request before it draws
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: {
          desk: at('renderer/index.html'),
          workbench: at('renderer/workbench.html'),
          shotbox: at('renderer/shotbox.html'),
          stage: at('overlays/stage/index.html'),
          frame: at('overlays/stage/frame.html'),
          check: at('renderer/check.html'),
          render: at('overlays/render/index.html'),
        },
      },
    },
  },
});
