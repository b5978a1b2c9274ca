/** The version of this build, from package.json. */
import pkg from '../package.json' with { type: 'json' };

export const { version } = pkg;
