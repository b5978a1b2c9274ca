/** The smallest files of each kind that are what they say, made of their headers. */
const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((one) => one.charCodeAt(0)) : part)),
  );

const zeros = (n: number): number[] => Array.from({ length: n }, () => 0);

/** 320 x 80. */
export const PNG = bytes(
  [0x89],
  'PNG',
  [13, 10, 26, 10, 0, 0, 0, 13],
  'IHDR',
  [0, 0, 1, 64, 0, 0, 0, 80],
  zeros(20),
);
/** 640 x 360: a comment first, and a progressive frame. */
export const JPEG = bytes(
  [0xff, 0xd8, 0xff, 0xfe, 0, 6],
  'note',
  [0xff, 0xc2, 0, 17, 8, 1, 104, 2, 128, 3],
  zeros(20),
);
/** 300 x 200. */
export const GIF = bytes('GIF89a', [44, 1, 200, 0], zeros(20));
/** 1000 x 500. */
export const WEBP = bytes('RIFF', [40, 0, 0, 0], 'WEBPVP8X', zeros(8), [231, 3, 0, 243, 1, 0], zeros(8));
/** 800 x 600. */
export const AVIF = bytes(
  zeros(4),
  'ftypavif',
  zeros(20),
  'ispe',
  zeros(4),
  [0, 0, 3, 32, 0, 0, 2, 88],
  zeros(8),
);
export const MP4 = bytes(zeros(4), 'ftypisom', zeros(40));
export const WEBM = bytes([0x1a, 0x45, 0xdf, 0xa3], zeros(8), 'webm', zeros(40));
export const MP3 = bytes('ID3', zeros(40));
export const WAV = bytes('RIFF', zeros(4), 'WAVEfmt ', zeros(20));
export const WOFF2 = bytes('wOF2', zeros(40));
export const svg = (inside = '<rect width="9" height="9"/>', attributes = ''): Uint8Array =>
  new TextEncoder().encode(
    `<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 60" ${attributes}>${inside}</svg>`,
  );
