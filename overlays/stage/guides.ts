/** Safe areas, a grid of thirds and the centre, drawn over the picture of an output that no viewer sees. */
const SVG = 'http://www.w3.org/2000/svg';

/** Title-safe 90 % and action-safe 93 % of the picture, at whole pixels. */
const TITLE = { x: 96, y: 54, width: 1728, height: 972 };
const ACTION = { x: 67, y: 38, width: 1786, height: 1004 };

const area = ({ x, y, width, height }: typeof TITLE): string =>
  `M${x + 0.5} ${y + 0.5}h${width - 1}v${height - 1}h${1 - width}z`;

/** Lines stand on the middle of a pixel, so that they are one pixel wide. */
const THIRDS = 'M640.5 0V1080M1280.5 0V1080M0 360.5H1920M0 720.5H1920';
const CENTRE = 'M920 540.5H1001M960.5 500V581';

const LINES: readonly [name: string, path: string][] = [
  ['thirds', THIRDS],
  ['action', area(ACTION)],
  ['title', area(TITLE)],
  ['centre', CENTRE],
];

export function makeGuides(): SVGElement {
  const guides = document.createElementNS(SVG, 'svg');
  guides.id = 'guides';
  guides.classList.add('over-fill');
  guides.setAttribute('viewBox', '0 0 1920 1080');
  guides.setAttribute('aria-hidden', 'true');
  // each line stands on a dark one, to be seen on white too
  for (const kind of ['dark', 'light']) {
    for (const [name, path] of LINES) {
      const line = document.createElementNS(SVG, 'path');
      line.setAttribute('class', `${kind} ${name}`);
      line.setAttribute('d', path);
      guides.append(line);
    }
  }
  return guides;
}
