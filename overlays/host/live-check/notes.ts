/** Collects what the live checks find: each thing once for each call. */
import type { Finding } from '../../../core/graphics-check/finding.ts';
import { LIVE_RULES, type LiveSlug } from '../../../core/graphics-check/live-rules.ts';
import type { FrameSlip } from '../../../core/protocol.ts';
import type { Measured } from './live-host.ts';

const SLIPS: Record<FrameSlip['what'], { rule: LiveSlug; message: string }> = {
  missing: { rule: 'method-missing', message: 'the graphic has no such method' },
  sync: { rule: 'no-promise', message: 'does not return a promise' },
  answer: {
    rule: 'answer-form',
    message: 'answers with neither nothing nor an object with a numeric statusCode',
  },
  step: { rule: 'step-silent', message: 'answers with a currentStep that is no number' },
  reject: { rule: 'rejects-oddly', message: 'is rejected with something other than an Error' },
};

export class Notes {
  readonly findings: Finding[] = [];
  readonly measured: Measured[] = [];
  readonly requests = new Set<string>();
  readonly #file: string;

  /** @param file the manifest's name */
  constructor(file: string) {
    this.#file = file;
  }

  /** @param call as OGraf names it */
  add(rule: LiveSlug, call: string, message: string): void {
    if (this.findings.some((one) => one.rule === rule && one.call === call)) return;
    const { severity } = LIVE_RULES[rule];
    this.findings.push({ severity, rule, file: this.#file, field: null, line: null, call, message });
  }

  has(rule: LiveSlug): boolean {
    return this.findings.some((one) => one.rule === rule);
  }

  slips(slips: readonly FrameSlip[]): void {
    for (const { call, what } of slips) this.add(SLIPS[what].rule, call, SLIPS[what].message);
  }
}
