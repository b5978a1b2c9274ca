/** Te reo Māori: the desk's words in the shape of `english`. */

export const mi = {};
