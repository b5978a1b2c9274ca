// The command line: every wrong argument is named, in one line, with exit code 2.
import { describe, expect, it } from 'vitest';
import { readArgs } from '../../main/args.ts';
import { StartError, whyNot } from '../../main/errors.ts';

const read = (...argv: string[]) => readArgs(argv, { data: 'shows' });

const problem = (...argv: string[]): { line: string; exitCode: number } => {
  try {
    read(...argv);
  } catch (error) {
    expect(error).toBeInstanceOf(StartError);
    return whyNot(error);
  }
  throw new Error(`${argv.join(' ')} was accepted`);
};

describe('arguments', () => {
  it('has a default for each', () => {
    expect(read()).toEqual({
      port: 4400,
      data: 'shows',
      show: 'nz-2023',
      graphics: [],
      waiveFourEyes: false,
      pictures: true,
      listen: [],
      names: [],
    });
  });

  it('reads each, and several folders of graphics', () => {
    const given =
      '--port 0 --data /d --show by-2024 --graphics a --graphics=b --no-four-eyes --no-pictures --listen 127.0.0.1 --listen 192.168.1.20 --name studio.local'.split(
        ' ',
      );
    expect(read(...given)).toEqual({
      port: 0,
      data: '/d',
      show: 'by-2024',
      graphics: ['a', 'b'],
      waiveFourEyes: true,
      pictures: false,
      listen: ['192.168.1.20'],
      names: ['studio.local'],
    });
  });

  it.each([
    ['--port', ['--port', 'abc']],
    ['--port', ['--port', '65536']],
    ['--port', ['--port', '1e3']],
    ['--port', ['--port=']],
    ['--port', ['--port', '-1']],
    ['--port', ['--port']],
    ['--show', ['--show', '../etc']],
    ['--show', ['--show', 'Upper']],
    ['--show', ['--show', '']],
    ['--data', ['--data', '']],
    ['--listen', ['--listen', 'studio']],
    ['--listen', ['--listen', '0.0.0.0']],
    ['--listen', ['--listen', '::']],
    ['--name', ['--name', 'a b']],
    ['--name', ['--name', 'x.localhost']],
    ['--graphics', ['--graphics', '']],
    ['--no-four-eyes', ['--no-four-eyes=yes']],
    ['--prot', ['--prot', '1']],
    ['stray', ['stray']],
  ])('names %s in %j', (name, argv) => {
    const { line, exitCode } = problem(...argv);
    expect(exitCode).toBe(2);
    expect(line).toContain(name);
    expect(line).toContain('usage: serve');
    expect(line).not.toContain('\n');
  });

  it('calls only the unexpected a bug', () => {
    const refused = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
    expect(whyNot(refused)).toEqual({ line: 'EACCES: permission denied', exitCode: 1 });
    expect(whyNot(new TypeError('x is\n  not a function')).line).toBe('this is a bug: x is not a function');
  });
});
