/** The parts of the test card that stand still, as SVG of 1920×1080. Pure, and never any words of a show. */

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const rect = ({ x, y, width, height }: Box, fill: string): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`;

/** Equal fields side by side. */
const row = ({ x, y, width, height }: Box, fills: readonly string[]): string => {
  const one = width / fills.length;
  return fills.map((fill, i) => rect({ x: x + i * one, y, width: one, height }, fill)).join('');
};

const grey = (level: number): string => {
  const hex = Math.round(level).toString(16).padStart(2, '0');
  return `#${hex}${hex}${hex}`;
};
const percent = (level: number): string => grey((level * 255) / 100);

/** 75 % of full range: 191. White, yellow, cyan, green, magenta, red, blue, black. */
const BARS = ['#bfbfbf', '#bfbf00', '#00bfbf', '#00bf00', '#bf00bf', '#bf0000', '#0000bf', '#000000'];
const STEPS = Array.from({ length: 16 }, (_, i) => grey(i * 17));

/** Where bars and steps stand. */
const COLUMN = { x: 360, width: 1200 };

const bars = (): string => row({ ...COLUMN, y: 248, height: 228 }, BARS);
const steps = (): string => row({ ...COLUMN, y: 476, height: 84 }, STEPS);

/** Near black and near white: a screen that clips shows fewer fields. */
function pluge(): string {
  const { x } = COLUMN;
  const dark = [0, 2, 0, 4, 0, 6, 0, 8].map(percent);
  const light = [92, 100, 94, 100, 96, 100, 98, 100].map(percent);
  return (
    row({ x, y: 560, width: 600, height: 84 }, dark) +
    row({ x: x + 600, y: 560, width: 600, height: 84 }, light)
  );
}

/** Squares of 120: on a screen in proportion they are square. */
function grid(): string {
  const columns = Array.from({ length: 15 }, (_, i) => `M${(i + 1) * 120} 0V1080`);
  const rows = Array.from({ length: 8 }, (_, i) => `M0 ${(i + 1) * 120}H1920`);
  return `<path d="${[...columns, ...rows].join('')}" stroke="#7b828c" stroke-width="2"/>`;
}

/** Lines of one pixel: scaled in any way, they turn into bands. */
function fine(): string {
  const lines = (x: number, y: number, size: number, down: boolean): string => {
    const all = Array.from({ length: size / 2 }, (_, i) =>
      down ? `M${x + 2 * i + 0.5} ${y}v${size}` : `M${x} ${y + 2 * i + 0.5}h${size}`,
    );
    return `${rect({ x, y, width: size, height: size }, '#000')}<path d="${all.join('')}" stroke="#fff"/>`;
  };
  return lines(144, 464, 152, true) + lines(1624, 464, 152, false);
}

const circle = (x: number, y: number, r: number): string =>
  ['#000', '#fff']
    .map(
      (stroke, i) => `<circle cx="${x}" cy="${y}" r="${r}" stroke="${stroke}" stroke-width="${i ? 3 : 7}"/>`,
    )
    .join('');

/** The corners have circles of their own: a picture may be bent there only. */
const corners = (): string => [220, 1700].flatMap((x) => [206, 874].map((y) => circle(x, y, 100))).join('');

const area = ({ x, y, width, height }: Box, stroke: string): string =>
  ['#000', stroke]
    .map(
      (colour, i) =>
        `<rect x="${x + 1}" y="${y + 1}" width="${width - 2}" height="${height - 2}" stroke="${colour}" stroke-width="${i ? 2 : 6}"/>`,
    )
    .join('');

const safe = (): string =>
  area({ x: 67, y: 38, width: 1786, height: 1004 }, '#39c6ff') +
  area({ x: 96, y: 54, width: 1728, height: 972 }, '#ffd23e');

/** Arrows whose tips are the picture's outermost pixels, in its corners and in the middle of its sides. */
function arrows(): string {
  const tips = [
    'M0 0L52 16L16 52z',
    'M1920 0L1868 16L1904 52z',
    'M0 1080L52 1064L16 1028z',
    'M1920 1080L1868 1064L1904 1028z',
    'M960 0L938 32H982z',
    'M960 1080L938 1048H982z',
    'M0 540L32 518V562z',
    'M1920 540L1888 518V562z',
  ];
  return `<path d="${tips.join('')}" fill="#ff9d00"/>`;
}

/** Blocks along the edge, and outermost one line of one pixel: whatever is cut off is missed at once. */
function edge(): string {
  const band = 24;
  const across = Array.from({ length: 16 }, (_, i) =>
    [0, 1080 - band].map((y) => rect({ x: i * 120 + 60, y, width: 60, height: band }, '#bfbfbf')),
  );
  const down = Array.from({ length: 9 }, (_, i) =>
    [0, 1920 - band].map((x) => rect({ x, y: i * 120 + 30, width: band, height: 60 }, '#bfbfbf')),
  );
  const frame = `<path d="M0 0H1920V1080H0zM${band} ${band}V${1080 - band}H${1920 - band}V${band}z" fill="#000"/>`;
  const gap = '<rect x="2" y="2" width="1916" height="1076" stroke="#000" stroke-width="4"/>';
  const line =
    '<rect x="0.5" y="0.5" width="1919" height="1079" stroke="#fff" shape-rendering="crispEdges"/>';
  return `${frame}${across.flat().join('')}${down.flat().join('')}${gap}${arrows()}${line}`;
}

const cross = (): string =>
  ['#000', '#fff']
    .map(
      (stroke, i) => `<path d="M880 540H1040M960 460V620" stroke="${stroke}" stroke-width="${i ? 2 : 6}"/>`,
    )
    .join('');

/** A mark for each tenth of a second that the sweep takes across the picture. */
export const SWEEP = { y: 660, height: 64 };
function track(): string {
  const { y, height } = SWEEP;
  const ticks = Array.from({ length: 9 }, (_, i) => `M${(i + 1) * 192} ${y + 40}v24`);
  return `${rect({ x: 0, y, width: 1920, height }, '#000')}<path d="${ticks.join('')}" stroke="#7b828c" stroke-width="2"/>`;
}

const svg = (inside: string): string =>
  `<svg viewBox="0 0 1920 1080" width="1920" height="1080" fill="none" aria-hidden="true">${inside}</svg>`;

/** Behind the words. */
export function behind(): string {
  const ground = rect({ x: 0, y: 0, width: 1920, height: 1080 }, '#363b44');
  const fields = `${bars()}${steps()}${pluge()}${track()}`;
  return svg(`${ground}${grid()}${corners()}${fine()}${fields}${circle(960, 540, 486)}`);
}

/** What must be seen whole, wherever the words are. */
export const over = (): string => svg(`${safe()}${cross()}${edge()}`);
