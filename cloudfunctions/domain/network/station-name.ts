const SUFFIX = '站';

/**
 * Finds the network's own name for a station as somebody wrote it: spaces, full-width letters and digits, and a
 * missing or added 站 do not matter. Some names end in 站 themselves (深圳北站), so the exact name always wins.
 */
export function stationNames(names: Iterable<string>): (written: string) => string | undefined {
  const exact = new Map([...names].map(name => [tidied(name), name]));
  return written => {
    // Partners mostly write the names as they are; tidying is only for the others.
    const known = exact.get(written);
    if (known !== undefined) return known;
    const name = tidied(written);
    return exact.get(name) ?? exact.get(withoutSuffix(name)) ?? exact.get(name + SUFFIX);
  };
}

/** NFKC turns full-width letters, digits, brackets and spaces into their plain forms. */
const tidied = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '');

const withoutSuffix = (name: string): string => (name.endsWith(SUFFIX) ? name.slice(0, -1) : name);
