export interface TextRules {
  /** `ensp`, `emsp` or `nbsp` widens each space; empty leaves them to CSS. */
  space: string;
  /** Whether `&nbsp; &lt; &gt; &amp; &apos; &ensp; &emsp;` are characters. */
  decode: boolean;
}

const spaces: Record<string, string> = { ensp: '\u2002', emsp: '\u2003', nbsp: '\u00a0' };

const entities: Record<string, string> = {
  '&nbsp;': '\u00a0',
  '&ensp;': '\u2002',
  '&emsp;': '\u2003',
  '&lt;': '<',
  '&gt;': '>',
  '&apos;': "'",
  '&amp;': '&',
};

/** Applies the rules of `<text>` to the text that lies in it, not to what lies in elements other than text. */
export function rewriteText(host: HTMLElement, rules: TextRules): void {
  for (const node of Array.from(host.childNodes)) {
    if (node.nodeType !== Node.TEXT_NODE) continue;
    const written = node.textContent ?? '';
    const shown = shownText(written, rules);
    if (shown !== written) node.textContent = shown;
  }
}

export function shownText(written: string, { space, decode }: TextRules): string {
  const broken = written.replaceAll('\\n', '\n');
  const decoded = decode ? broken.replace(/&[a-z]+;/g, entity => entities[entity] ?? entity) : broken;
  const wide = spaces[space];
  return wide === undefined ? decoded : decoded.replaceAll(' ', wide);
}
