import path from 'node:path';

const address = '(?:https?:)?\\/\\/[\\w.-]';
/** Where each kind of file loads something from. An address in a text that cites a source loads nothing. */
const loads: Record<string, RegExp> = {
  '.wxml': new RegExp(`\\s(?:[\\w-]*src|url|href|poster|icon|image)\\s*=\\s*["']\\s*${address}`, 'gi'),
  '.wxss': new RegExp(`(?:url\\(\\s*["']?|@import\\s+["'])${address}`, 'gi'),
  '.json': new RegExp(`"${address}`, 'gi'),
  '.ts': new RegExp(
    `(?:\\b\\w*(?:src|url|path|image|icon)\\b["']?\\s*[:=]|\\bfrom|\\bimport\\s*\\(?|\\brequire\\()\\s*["'\`]${address}`,
    'gi',
  ),
};

/** Pictures, fonts and scripts come with the package: somebody else's server may be slow, gone, or know who looks. */
export function remoteAddressProblems(file: string, source: string): string[] {
  const pattern = loads[path.posix.extname(file)];
  if (pattern === undefined) return [];
  return [...source.matchAll(pattern)].map(match => {
    const line = source.slice(0, match.index + match[0].length).split('\n').length;
    return `${file}:${line} loads from another server: ${match[0].trim()}`;
  });
}
