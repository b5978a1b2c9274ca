/** Candidates' names as lists have them, "O'CONNOR, Damien", as they are said: "Damien O'Connor". Letters stay the source's. */

const lower = (text: string): string => text.toLocaleLowerCase('en-NZ');
const upper = (text: string): string => text.toLocaleUpperCase('en-NZ');
const title = (text: string): string => upper(text.slice(0, 1)) + lower(text.slice(1));

/** Heads that stand before a capital: "McCLAY", "O'CONNOR", "D’CUNHA". "Mac" is no such head: Macdonald, but MacDonald. */
const HEAD = /^(Mc|MC|Mac(?=\p{Lu})|[ODM]['’]|Fitz(?=\p{Lu}))(\p{Lu}.*)$/u;

function spoken(part: string): string {
  // what has small letters of its own is written as its owner writes it, but for a surname after a head
  const [, head, rest] = HEAD.exec(part) ?? [];
  if (head !== undefined && rest !== undefined && upper(rest) === rest) return title(head) + title(rest);
  return upper(part) === part ? title(part) : part;
}

const surname = (text: string): string => text.replace(/[^\s-]+/gu, spoken);

/** A name without a comma is left as it is. */
export function personName(listed: string): string {
  const comma = listed.indexOf(',');
  const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();
  if (comma === -1) return tidy(listed);
  return tidy(`${listed.slice(comma + 1)} ${surname(listed.slice(0, comma))}`);
}
