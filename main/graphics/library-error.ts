/** An expected "no" of the template library, for whoever asked over REST: a code, a sentence, an HTTP status. */

const STATUS = {
  /** Not a zip, or cut off. */
  zip_broken: 422,
  zip_encrypted: 422,
  /** A name in it would be written outside the package. */
  zip_path: 422,
  zip_link: 422,
  zip_bomb: 422,
  too_large: 422,
  /** There is a package, and it cannot be offered. */
  package_invalid: 422,
  /** Nothing that looks like a package. */
  no_package: 422,
  folder_unreadable: 422,
  version_unknown: 404,
  /** It is on air or armed, or it is not ours to delete. */
  version_in_use: 409,
  not_imported: 409,
} as const;

export type LibraryCode = keyof typeof STATUS;

export class LibraryError extends Error {
  readonly code: LibraryCode;

  constructor(code: LibraryCode, message: string) {
    super(message);
    this.code = code;
  }

  get status(): 404 | 409 | 422 {
    return STATUS[this.code];
  }
}
