const beyondAscii = /[\u0080-\uffff]/;

/** Bytes of a text in UTF-8, counted and not encoded: every write sums up all that a person has stored. */
export function utf8Bytes(text: string): number {
  let bytes = text.length;
  if (!beyondAscii.test(text)) return bytes;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x80) continue;
    // Each half of a surrogate pair counts two, everything else from there on three.
    bytes += code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 1 : 2;
  }
  return bytes;
}
