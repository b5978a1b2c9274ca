/**
 * `npm run graphics:check -- PATH`: reads packages, plays their graphics, says what is wrong. The report goes to stdout;
 * exit status 0 without errors, 1 with, 2 for bad arguments. The browser is the script's: the station knows none.
 */
import { relative, resolve } from 'node:path';
import { hasErrors } from '../../core/graphics-check/finding.ts';
import { whyNot } from '../errors.ts';
import { standsIn } from '../tools/stands-in.ts';
import { version } from '../version.ts';
import { readCheckArgs, type CheckArgs } from './args.ts';
import { checkFolderAt } from './check-folder.ts';
import { findPackages, type Packages } from './packages.ts';
import { withPlayer, type Browse } from './play.ts';
import { reportOf, textOf, type PackageReport } from './report.ts';

export interface Tools {
  browse: Browse;
  /** The build's folder. */
  build: string;
  /** Told of each graphic before it is played. */
  progress: (line: string) => void;
}

async function readAll(
  { folders }: Packages,
  from: string,
): Promise<(PackageReport & { files: Map<string, string> })[]> {
  const all = [];
  for (const folder of folders) {
    const { manifests, findings } = await checkFolderAt(folder);
    const files = new Map(manifests.flatMap(({ file, id }): [string, string][] => (id ? [[id, file]] : [])));
    const name = relative(from, folder) || '.';
    all.push({ folder: name, graphics: [...files.keys()], findings, measured: [], live: false, files });
  }
  return all;
}

async function check(args: CheckArgs, { browse, build, progress }: Tools): Promise<PackageReport[]> {
  const from = standsIn('graphics:check');
  const packages = await findPackages(resolve(from, args.path));
  try {
    const read = await readAll(packages, /\.zip$/i.test(args.path) ? packages.root : from);
    // what is not offered cannot be played
    const playable = read.filter(({ findings, files }) => files.size > 0 && !hasErrors(findings));
    if (!args.static && playable.length > 0) {
      const { limitMs } = args;
      await withPlayer({ root: packages.root, build, version, limitMs, browse }, async (play) => {
        for (const one of playable) {
          for (const [id, file] of one.files) {
            progress(id);
            const { findings, measured } = await play(id, file);
            one.findings.push(...findings);
            one.measured.push(...measured.map((each) => ({ graphic: id, ...each })));
          }
          one.live = true;
        }
      });
    }
    return read.map(({ files: _, ...report }) => report);
  } finally {
    await packages.close();
  }
}

/** @returns the exit status */
export async function runTool(argv: readonly string[], tools: Tools): Promise<number> {
  try {
    const args = readCheckArgs(argv);
    const report = reportOf(await check(args, tools));
    process.stdout.write(args.json ? `${JSON.stringify(report)}\n` : textOf(report));
    return report.ok && (!args.strict || report.warnings === 0) ? 0 : 1;
  } catch (error) {
    const { line, exitCode } = whyNot(error);
    process.stderr.write(`tallydesk: ${line}\n`);
    return exitCode;
  }
}
