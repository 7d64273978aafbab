import path from 'node:path';

export const unknownType = 'application/octet-stream';

/** Only what is stored here: everything else, markup above all, is nothing that is known. */
const types: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.pdf': 'application/pdf',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
};

/** The type by the ending of a file's path. The SDK names none when it uploads, and then the object store goes by the key. */
export function typeByName(cloudPath: string): string {
  return types[path.posix.extname(cloudPath).toLowerCase()] ?? unknownType;
}
