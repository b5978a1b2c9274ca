/** The desk's words for importing facts from a file. A part of text.ts. */
import type { ImportKind } from '../../core/feeds/rest.ts';
import { plural } from './plural.ts';

const n = (value: number): string => value.toLocaleString('en-NZ');

export const imports = {
  open: 'Import facts…',
  title: 'Import facts',
  steps: { choose: 'File', columns: 'Columns', preview: 'Differences', done: 'Import' },
  step: 'Step',

  drop: 'Drop a CSV or JSON file of facts here',
  choose: 'Choose a file…',
  dropHint:
    'Nothing is written until you have seen every difference. What is written are drafts, to be approved as any other.',
  reading: (name: string) => `Reading ${name}…`,
  file: (name: string, rows: number) => `${name}: ${plural(rows, 'row', 'rows')}`,
  otherFile: 'Another file',

  columnsIntro:
    'Which of our fields does each column hold? What you choose is remembered for tables with these headings.',
  columnOf: 'Column in the file',
  samples: 'First values',
  field: 'Our field',
  fieldFor: (column: string) => `Field for ${column}`,
  unused: 'Not used',
  unusedCount: (count: number) => `${plural(count, 'column is', 'columns are')} not used`,
  allUsed: 'Every column is used',
  needed: (fields: readonly string[]) => `Still needed: ${fields.join(', ')}`,
  noSample: 'empty',
  preview: 'Show differences',
  comparing: (done: number, total: number) => `Comparing ${n(done)} of ${plural(total, 'row', 'rows')}…`,

  kinds: { new: 'New', changed: 'Changed', same: 'Same', refused: 'Refused' } satisfies Record<
    ImportKind,
    string
  >,
  kindWords: { new: 'NEW', changed: 'CHANGED', same: 'SAME', refused: 'REFUSED' } satisfies Record<
    ImportKind,
    string
  >,
  all: 'All',
  show: 'Show',
  kindCount: (word: string, count: number) => `${word} ${n(count)}`,
  rows: 'Differences row by row',
  row: (row: number) => `row ${n(row)}`,
  nothingOfKind: 'No rows of this kind.',
  loadingRow: '…',
  columns: 'Columns',
  apply: (count: number) => `Import ${plural(count, 'fact', 'facts')}`,
  applyNone: 'Nothing to import',
  refusedStay: (count: number) => `${plural(count, 'row stays', 'rows stay')} out.`,
  problems: 'About the file',

  importing: (done: number, total: number) => `${n(done)} of ${n(total)}`,
  progress: 'Import',
  cancel: 'Cancel the import',
  done: (written: number) => `${plural(written, 'fact', 'facts')} in, as one undo step.`,
  cancelled: (written: number) =>
    written === 0
      ? 'Cancelled. Nothing was written.'
      : `Cancelled. ${plural(written, 'fact is', 'facts are')} in, as one undo step.`,
  failed: (written: number, why: string) =>
    `It stopped: ${why} ${plural(written, 'fact is', 'facts are')} in, as one undo step.`,
  undo: 'Undo the import',
  undone: 'Undone: the facts are as they were.',
  another: 'Import another file',
  close: 'Done',
  leave: 'Cancel',
};
