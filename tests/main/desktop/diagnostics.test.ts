// What "Copy diagnostics" says, and what it never says.
import { expect, it } from 'vitest';
import {
  diagnosticsText,
  LOG_LINES,
  redact,
  type DiagnosticsInput,
} from '../../../main/desktop/diagnostics.ts';

const KEY = 'Zk3-q_7hT0aB9cD1eF2gH3iJ';

const input: DiagnosticsInput = {
  versions: [
    ['Tallydesk', '0.1.0'],
    ['Electron', '45.4.1'],
  ],
  show: 'nz-2008',
  onAir: null,
  storageProblem: `ENOSPC, after http://127.0.0.1:4400/desk?key=${KEY}`,
  displays: [],
  places: [],
  outputs: [],
  gpu: { webgl: 'enabled' },
  logLines: Array.from({ length: 150 }, (_, i) => `line ${i} ${i === 149 ? KEY : ''}`),
  secrets: [KEY],
};

it('has versions, show, storage, GPU and the last log lines', () => {
  const text = diagnosticsText(input);
  expect(text).toContain('Electron 45.4.1');
  expect(text).toContain('nz-2008');
  expect(text).toContain('ENOSPC');
  expect(text).toContain('webgl: enabled');
  expect(text).toContain(`line ${150 - LOG_LINES} `);
  expect(text).not.toContain(`line ${149 - LOG_LINES} `);
});

it('never has the key, wherever it came in', () => {
  expect(diagnosticsText(input)).not.toContain(KEY);
  expect(redact(`a ${KEY} b ${KEY}`, [KEY])).toBe('a [key] b [key]');
  // of another station, which nobody told us of
  expect(redact('GET /ws?a=1&key=other-key_0&b=2', [])).toBe('GET /ws?a=1&key=[key]&b=2');
  expect(redact('Authorization: Bearer abc_def-1', [])).toBe('Authorization: Bearer [key]');
  expect(redact('text', [''])).toBe('text');
});
