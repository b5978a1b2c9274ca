/** Where the user stands: npm runs a script in the project's folder, wherever it was called. */

/** @param script the npm script that this is; another npm further up has its own place */
export const standsIn = (script: string): string =>
  (process.env['npm_lifecycle_event'] === script ? process.env['INIT_CWD'] : undefined) ?? process.cwd();
