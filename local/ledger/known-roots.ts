const KNOWN_ROOT = /^(\d{4}-\d{2}-\d{2})=([0-9a-f]{64})$/;

/**
 * Roots that somebody has kept elsewhere, as `<day>=<64 hexadecimal digits>` each: only against these does history show
 * that was made anew together with all its seals.
 *
 * @throws RangeError for what is no such text, and for two roots of one day
 */
export function readKnownRoots(texts: readonly string[]): Map<string, string> {
  const roots = new Map<string, string>();
  for (const text of texts) {
    const [, day, root] = KNOWN_ROOT.exec(text) ?? [];
    if (day === undefined || root === undefined) throw new RangeError(`${text} is not <day>=<root>`);
    if (roots.has(day)) throw new RangeError(`two roots of ${day}`);
    roots.set(day, root);
  }
  return roots;
}
