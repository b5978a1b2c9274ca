#!/usr/bin/env node
// Stands for ffmpeg in tests: writes its arguments and the bytes it was given into the file it was told to make.
// FAKE_FFMPEG=fails: gives up at the first picture, in words of its own.
import { writeFileSync } from 'node:fs';

const args = process.argv.slice(2);
let bytes = 0;
process.stdin.on('data', (chunk) => {
  bytes += chunk.length;
  if (process.env['FAKE_FFMPEG'] === 'fails') {
    process.stderr.write('Unknown encoder prores_ks\n');
    process.exit(1);
  }
});
process.stdin.on('end', () => writeFileSync(args.at(-1), JSON.stringify({ args, bytes })));
