import { type PageAddress, parseUrl } from './parse-url';

/** What the server writes into the frame's page. */
export interface FrameOptions {
  appId: string;
  /** Same-origin prefix of the endpoint; null where there is none. */
  cloudUrl: string | null;
  /** Path of the frame itself, e.g. `/app`. */
  base: string;
}

declare global {
  interface Window {
    simulatorFrame?: FrameOptions;
  }
}

/** Who uses the phone, from the frame's address. */
export function openidOf(location: Location): string {
  return new URLSearchParams(location.search).get('openid') ?? 'rider';
}

/** The page that the frame's hash asks for, or undefined. */
export function hashAddress(location: Location): PageAddress | undefined {
  const text = decodeHash(location.hash.slice(1));
  return text === '' || text === '/' ? undefined : parseUrl(text, '');
}

function decodeHash(hash: string): string {
  // Browsers encode Chinese in a hash; what an app encoded itself has percent signs and must stay.
  return /%[0-9A-F]{2}/i.test(hash) ? hash : decodeURI(hash);
}

/** Address of a file of the app: `./a.png` beside the file that names it, `/a.png` from the root; others stay. */
export function fileAddress(base: string, source: string, file: string): string {
  if (source === '' || /^[a-z][a-z0-9+.-]*:/i.test(source) || source.startsWith('//')) return source;
  return `${base}/files/${parseUrl(source, file).path}`;
}
