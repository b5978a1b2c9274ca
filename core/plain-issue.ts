/** Zod's complaints in plain words: what an operator, a designer or a program's author reads when a value does not fit. */
import type { z } from 'zod';

const KINDS: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
};

const kind = (expected: string): string => KINDS[expected] ?? expected;

const oneOf = (choices: readonly string[]): string =>
  choices.length > 1 ? `${choices.slice(0, -1).join(', ')} or ${choices.at(-1) ?? ''}` : (choices[0] ?? '');

const FORMATS: Record<string, string> = {
  datetime: 'must be a date and time with its zone, such as 2023-10-14T19:00:00+13:00',
  date: 'must be a date, such as 2023-10-14',
  url: 'must be a web address',
  email: 'must be an e-mail address',
};

function size({ code, origin, minimum, maximum, inclusive }: Limit): string {
  const limit = String(minimum ?? maximum);
  const big = code === 'too_big';
  if (origin === 'string') {
    if (big) return `too long (${limit} characters at most)`;
    return limit === '1' ? 'must not be empty' : `too short (${limit} characters at least)`;
  }
  if (origin === 'array' || origin === 'set') {
    return big ? `has too many entries (${limit} at most)` : `has too few entries (${limit} at least)`;
  }
  if (inclusive === false) return `must be ${big ? 'less' : 'more'} than ${limit}`;
  return `must be ${limit} ${big ? 'at most' : 'at least'}`;
}

interface Limit {
  code: 'too_big' | 'too_small';
  origin: string;
  minimum?: number | bigint;
  maximum?: number | bigint;
  inclusive?: boolean;
}

/** To be read after the field's name: "is needed", "must be a number". */
export function plainIssue(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      // zod keeps the input out of its issues, but its own sentence says that there was none
      return issue.message.endsWith('received undefined') ? 'is needed' : `must be ${kind(issue.expected)}`;
    case 'invalid_value':
      return `must be ${oneOf(issue.values.map((value) => JSON.stringify(value) ?? String(value)))}`;
    case 'too_big':
    case 'too_small':
      return size(issue as Limit);
    case 'not_multiple_of':
      return `must be a multiple of ${issue.divisor}`;
    case 'unrecognized_keys':
      return `has the unknown field ${oneOf(issue.keys.map((key) => `"${key}"`))}`;
    case 'invalid_union': {
      const kinds = issue.errors.map(([first]) =>
        first?.code === 'invalid_type' && first.path.length === 0 ? kind(first.expected) : null,
      );
      const told = kinds.filter((one) => one !== null);
      return told.length > 0 && told.length === kinds.length
        ? `must be ${oneOf([...new Set(told)])}`
        : 'has none of the forms that it may have';
    }
    case 'invalid_format':
      return (
        FORMATS[issue.format] ??
        (issue.message.startsWith('Invalid ') ? 'is not written as it should be' : issue.message)
      );
    default:
      return issue.message.replace(/^Invalid \w+: /, '');
  }
}

/**
 * The first complaint with the field it is about.
 * @param whole what to call the value itself, where no field of it is at fault
 */
export function firstIssue({ issues }: z.ZodError, whole: string): string {
  const issue = issues[0];
  if (!issue) return `${whole} is not valid`;
  const field = issue.path.length > 0 ? `"${issue.path.map(String).join('.')}"` : whole;
  return `${field}: ${plainIssue(issue)}`;
}
