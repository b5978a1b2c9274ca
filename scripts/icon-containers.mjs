/** The two files that hold an icon in many sizes, made of PNGs: Windows' .ico and macOS' .icns. Pure functions. */

/** A PNG of one size. @typedef {{ size: number, png: Buffer }} Picture */

/** @param {Buffer} png @returns {number} its width */
export const widthOf = (png) => png.readUInt32BE(16);

/**
 * A directory of 16 bytes a picture, then the pictures.
 * @param {Picture[]} pictures up to 256 pixels wide
 * @returns {Buffer}
 */
export function ico(pictures) {
  const header = Buffer.alloc(6 + 16 * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let at = header.length;
  for (const [i, { size, png }] of pictures.entries()) {
    const entry = 6 + 16 * i;
    // 256 does not fit into a byte and is written as 0
    header.writeUInt8(size % 256, entry);
    header.writeUInt8(size % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(png.length, entry + 8);
    header.writeUInt32LE(at, entry + 12);
    at += png.length;
  }
  return Buffer.concat([header, ...pictures.map(({ png }) => png)]);
}

/**
 * The types that hold a PNG in an application's icon, and the pixels of each; some are another's double for Retina.
 * Not icp4 and icp5 (16 and 32 pixels): macOS draws them wrongly in applications and scales the larger ones well.
 */
export const ICNS_TYPES = {
  ic11: 32,
  ic12: 64,
  ic07: 128,
  ic13: 256,
  ic08: 256,
  ic14: 512,
  ic09: 512,
  ic10: 1024,
};

/**
 * Chunks of four letters, a length that counts its own 8 bytes, and a PNG.
 * @param {(size: number) => Buffer} png of so many pixels
 * @returns {Buffer}
 */
export function icns(png) {
  const chunk = (type, body) => {
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32BE(body.length + 8, 4);
    return Buffer.concat([head, body]);
  };
  return chunk(
    'icns',
    Buffer.concat(Object.entries(ICNS_TYPES).map(([type, size]) => chunk(type, png(size)))),
  );
}
