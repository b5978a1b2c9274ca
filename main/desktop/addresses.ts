/** Which addresses a window, and a frame in it, may show. Compared as addresses: a prefix test is easily fooled. */

/** True for the station's own pages. */
export function isOurPage(url: string, station: string): boolean {
  return URL.canParse(url) && new URL(url).origin === new URL(station).origin;
}

/** Frames hold the desk's monitors, and graphics: those have a name under `localhost` each, on the station's port. */
export function isOurFrame(url: string, station: string): boolean {
  if (url === 'about:blank' || url === 'about:srcdoc') return true;
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, port } = new URL(url);
  const isGraphic = protocol === 'http:' && /^[a-z0-9-]+\.localhost$/.test(hostname);
  return (isGraphic && port === new URL(station).port) || isOurPage(url, station);
}

/** A file that one of the station's own pages has made: an export. What a graphic or an address hands out is none. */
export function isOurExport(url: string, page: string, station: string): boolean {
  // the address behind `blob:` begins with the origin of the page that made it
  return url.startsWith('blob:') && isOurPage(url.slice('blob:'.length), station) && isOurPage(page, station);
}
