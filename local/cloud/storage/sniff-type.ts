const signatures: [type: string, offset: number, bytes: Buffer][] = [
  ['image/png', 0, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['image/jpeg', 0, Buffer.from([0xff, 0xd8, 0xff])],
  ['image/gif', 0, Buffer.from('GIF8')],
  ['image/webp', 8, Buffer.from('WEBP')],
  ['application/pdf', 0, Buffer.from('%PDF-')],
];

/** The type by what the file begins with, for names and headers are the sender's word only; empty when it is none of these. */
function sniffType(bytes: Buffer): string {
  const found = signatures.find(([, offset, signature]) =>
    bytes.subarray(offset, offset + signature.length).equals(signature),
  );
  return found?.[0] ?? '';
}

export function isImage(bytes: Buffer): boolean {
  return sniffType(bytes).startsWith('image/');
}
