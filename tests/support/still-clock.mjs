/** Loaded before a station (`node --import`): its clock stands still at the time that the environment names. */
const at = Number(process.env.TALLYDESK_TEST_CLOCK);

globalThis.Date = class extends Date {
  /** @param {[]} given what `new Date` was given; nothing means now */
  constructor(...given) {
    if (given.length === 0) super(at);
    else super(...given);
  }

  static now() {
    return at;
  }
};
