/** Width and height of a picture, read from its header alone. Pixels; null where the header does not say. Pure. */
export interface Size {
  width: number;
  height: number;
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const tagAt = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));

const png = (view: DataView): Size => ({ width: view.getUint32(16), height: view.getUint32(20) });

const gif = (view: DataView): Size => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) });

/** Three bytes, the lowest first. */
const uint24 = (view: DataView, at: number): number =>
  view.getUint16(at, true) | (view.getUint8(at + 2) << 16);

function webp(view: DataView, bytes: Uint8Array): Size | null {
  switch (tagAt(bytes, 12)) {
    case 'VP8X':
      return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 };
    case 'VP8 ':
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case 'VP8L': {
      const packed = view.getUint32(21, true);
      return { width: (packed & 0x3fff) + 1, height: ((packed >> 14) & 0x3fff) + 1 };
    }
    default:
      return null;
  }
}

/** The frame header of a JPEG, whatever its coding: C0 to CF but for tables (C4), extensions (C8) and arithmetic (CC). */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function jpeg(view: DataView): Size | null {
  let at = 2;
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (isFrame(marker)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    // a fill byte, or a marker without a length
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** The first `ispe` box: of the picture itself, unless its tiles come first. */
function avif(view: DataView, bytes: Uint8Array): Size | null {
  for (let at = 0; at + 16 <= bytes.length; at += 1) {
    if (bytes[at] === 0x69 && tagAt(bytes, at) === 'ispe')
      return { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
  }
  return null;
}

function svg(bytes: Uint8Array): Size | null {
  const tag = /<(?:[a-z]+:)?svg\b[^>]*>/i.exec(new TextDecoder().decode(bytes))?.[0] ?? '';
  const pixels = (name: string): number =>
    Number(new RegExp(`\\s${name}\\s*=\\s*["']\\s*([\\d.]+)(?:px)?\\s*["']`, 'i').exec(tag)?.[1] ?? NaN);
  const box = /\sviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/i.exec(tag);
  const width = pixels('width') || Number(box?.[1]);
  const height = pixels('height') || Number(box?.[2]);
  return width > 0 && height > 0 ? { width: Math.round(width), height: Math.round(height) } : null;
}

/** @param head the beginning of the file: 64 kB are enough but for a JPEG with a large preview in front */
export function sizeOf(type: string, head: Uint8Array): Size | null {
  const view = viewOf(head);
  try {
    switch (type) {
      case 'image/png':
        return png(view);
      case 'image/gif':
        return gif(view);
      case 'image/webp':
        return webp(view, head);
      case 'image/jpeg':
        return jpeg(view);
      case 'image/avif':
        return avif(view, head);
      case 'image/svg+xml':
        return svg(head);
      default:
        return null;
    }
  } catch (error) {
    // a header that ends too soon
    if (error instanceof RangeError) return null;
    throw error;
  }
}
