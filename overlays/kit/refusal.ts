// A refusal: data that cannot be shown. It becomes status 422 with a sentence that names the field.

/** Thrown while reading data or fitting text; caught once, by the graphic's base class. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
