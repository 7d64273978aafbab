import { normalisePath, resolveFrom } from '../../build/virtual-path';

export interface PageAddress {
  path: string;
  query: Record<string, string>;
}

/**
 * `/pages/a/a?x=1`, or relative to the page that says it.
 * Values stay as they are written: a phone does not decode them either.
 */
export function parseUrl(url: string, from: string): PageAddress {
  const [beforeHash = ''] = url.split('#', 1);
  const mark = beforeHash.indexOf('?');
  const written = mark < 0 ? beforeHash : beforeHash.slice(0, mark);
  const path = written.startsWith('/') ? normalisePath(written) : resolveFrom(from, written);
  return { path: path.replace(/\.html$/, ''), query: parseQuery(mark < 0 ? '' : beforeHash.slice(mark + 1)) };
}

export function parseQuery(text: string): Record<string, string> {
  const query: Record<string, string> = {};
  for (const pair of text.split('&').filter(one => one !== '')) {
    const equals = pair.indexOf('=');
    const name = equals < 0 ? pair : pair.slice(0, equals);
    query[name] = equals < 0 ? '' : pair.slice(equals + 1);
  }
  return query;
}

export function formatAddress({ path, query }: PageAddress): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${value}`);
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
}
