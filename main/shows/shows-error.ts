/** An expected "no" about shows as files, for whoever asked over REST: a code, a sentence, an HTTP status. */

const STATUS = {
  bad_name: 422,
  show_exists: 409,
  show_unknown: 404,
  version_unknown: 404,
  /** Damaged, or no show at all. */
  show_broken: 422,
  bundle_unsafe: 422,
  newer_format: 422,
  disk_full: 507,
  on_air: 409,
  rehearsing: 409,
  busy: 409,
  /** This station was not started by something that can start another. */
  not_here: 409,
} as const;

export type ShowsCode = keyof typeof STATUS;

export class ShowsError extends Error {
  readonly code: ShowsCode;

  constructor(code: ShowsCode, message: string) {
    super(message);
    this.code = code;
  }

  get status(): 404 | 409 | 422 | 507 {
    return STATUS[this.code];
  }
}
