/** A rehearsal's report as a file. */
import type { Desk } from '../client/desk.ts';
import { textOf } from '../client/rest.ts';
import { saveFile } from '../client/save-file.ts';
import { text } from '../text.ts';

export async function saveReport(desk: Desk, id: string, format: 'csv' | 'json'): Promise<void> {
  const path = `/rehearsal/report${format === 'csv' ? '.csv' : ''}?id=${encodeURIComponent(id)}`;
  const content = await textOf(desk, path);
  if (content === null) return desk.say('not_exported', text.report.failed);
  const name = `rehearsal-${id}.${format}`;
  const type = format === 'csv' ? 'text/csv;charset=utf-8' : 'application/json';
  saveFile(name, type, content);
  desk.tell(text.report.saved(name));
}
