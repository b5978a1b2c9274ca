/**
 * `npm run graphics:new -- my-lower-third [--dir DIR]`: a starting package that plays, as a folder of that name in
 * `./graphics` or DIR. Never writes over anything.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const template = join(root, 'assets/new-graphic');
const archivo = join(root, 'node_modules/@fontsource-variable/archivo');
const USAGE = 'usage: graphics:new -- NAME [--dir DIR]';

const FONTS = {
  'archivo-latin.woff2': 'files/archivo-latin-wdth-normal.woff2',
  'archivo-latin-ext.woff2': 'files/archivo-latin-ext-wdth-normal.woff2',
  'LICENSE.txt': 'LICENSE',
};

/** One line on stderr. */
function refuse(why) {
  process.stderr.write(`tallydesk: ${why}\n`);
  process.exit(2);
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { dir: { type: 'string', default: 'graphics' } },
    });
    if (positionals.length !== 1) refuse(`one name is needed (${USAGE})`);
    return { id: positionals[0], dir: values.dir };
  } catch (error) {
    return refuse(`${error.message.split('\n')[0]} (${USAGE})`);
  }
}

function fill(folder, words) {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !['.json', '.mjs', '.md'].includes(extname(path))) continue;
    let text = readFileSync(path, 'utf8');
    for (const [mark, word] of Object.entries(words)) text = text.replaceAll(mark, word);
    writeFileSync(path, text);
  }
}

const { id, dir } = readArguments();
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) || id.length > 60)
  refuse(`"${id}" is no name for a graphic: lower-case letters, digits and "-", such as my-lower-third`);
// npm runs this in the project's folder, wherever it was called
const here = process.env.npm_lifecycle_event === 'graphics:new' ? process.env.INIT_CWD : undefined;
const parent = resolve(here ?? process.cwd(), dir);
const folder = join(parent, id);
if (existsSync(folder)) refuse(`${folder} is there already: choose another name, or another --dir`);

const words = id.replaceAll('-', ' ');
mkdirSync(parent, { recursive: true });
cpSync(template, folder, { recursive: true, errorOnExist: true, force: false });
renameSync(join(folder, 'graphic.ograf.json'), join(folder, `${id}.ograf.json`));
fill(folder, { __ID__: id, __NAME__: words.charAt(0).toUpperCase() + words.slice(1) });
mkdirSync(join(folder, 'fonts'));
for (const [name, from] of Object.entries(FONTS)) cpSync(join(archivo, from), join(folder, 'fonts', name));

const shown = relative(here ?? process.cwd(), folder) || '.';
process.stdout.write(
  [
    `made ${shown}`,
    `look at it:  npm run serve -- --graphics ${relative(here ?? process.cwd(), parent) || '.'}   then open /workbench from the desk`,
    `check it:    npm run graphics:check -- ${shown}`,
    '',
  ].join('\n'),
);
