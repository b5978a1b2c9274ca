/**
 * Whether a drawing is only a drawing. A browser runs no script of an SVG that is shown as an image, but the same file
 * may be put into a page by a graphic, so what could run or reach out is not taken in the first place.
 */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { isObject } from '../../core/json.ts';
import { textsOf } from '../../core/media.ts';

const FORBIDDEN = new Set(['script', 'foreignobject', 'iframe', 'object', 'embed', 'handler', 'listener']);
/** Into the file itself, or a picture that it carries along. */
const isInside = (address: string): boolean => /^\s*(#|data:image\/(?!svg))/i.test(address);

/** A style sheet that fetches nothing. A backslash could spell out what is looked for here. */
function styleProblem(css: string): string | null {
  if (/@import/i.test(css) || css.includes('\\')) return 'it has a style sheet that loads another';
  const addresses = [...css.matchAll(/url\(\s*["']?([^)"']*)/gi)].map(([, address = '']) => address);
  return addresses.every(isInside) ? null : 'its style sheet loads a file from outside';
}

function attributeProblem(name: string, value: string): string | null {
  const plain = name.toLowerCase().replace(/^.*:/, '');
  if (plain.startsWith('on')) return `it has a script (${name})`;
  if ((plain === 'href' || plain === 'src') && !isInside(value))
    return `it refers to a file outside (${name})`;
  if (/javascript:/i.test(value)) return `it has a script (${name})`;
  return styleProblem(value);
}

/** In the parser's ordered form a node is one key, its tag, besides its attributes under `:@`. */
function nodeProblem(node: unknown): string | null {
  if (!isObject(node)) return null;
  for (const [tag, inside] of Object.entries(node)) {
    if (tag === ':@') {
      if (!isObject(inside)) continue;
      for (const [name, value] of Object.entries(inside)) {
        const problem = attributeProblem(name, typeof value === 'string' ? value : '');
        if (problem) return problem;
      }
    } else if (tag === '#text' || tag === '#cdata') {
      continue;
    } else {
      const plain = tag.toLowerCase().replace(/^.*:/, '');
      if (FORBIDDEN.has(plain)) return `it has a ${tag} element`;
      if (tag.startsWith('?') && plain !== '?xml') return 'it names a style sheet of its own';
      const children = Array.isArray(inside) ? inside : [];
      if (plain === 'style') {
        const problem = styleProblem(textsOf(children).join(''));
        if (problem) return problem;
      }
      for (const child of children) {
        const problem = nodeProblem(child);
        if (problem) return problem;
      }
    }
  }
  return null;
}

/** @returns why the drawing is not taken, to be read after “the drawing is not taken: ”; null where it is harmless */
export function svgProblem(text: string): string | null {
  if (/<!ENTITY/i.test(text)) return 'it defines entities';
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- its successor is another package
  if (XMLValidator.validate(text) !== true) return 'it is not well-formed XML';
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    // kept as written: an address that is spelt in entities is none that is looked for, so it is refused
    processEntities: false,
    parseTagValue: false,
    cdataPropName: '#cdata',
  });
  const nodes: unknown = parser.parse(text);
  for (const node of Array.isArray(nodes) ? nodes : [nodes]) {
    const problem = nodeProblem(node);
    if (problem) return problem;
  }
  return null;
}
