/** Resolves `.` and `..`; paths inside a mini-program have no leading slash. */
export function normalisePath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

export function folderOf(path: string): string {
  const end = path.lastIndexOf('/');
  return end < 0 ? '' : path.slice(0, end);
}

/** What a path written in a file means: from the root with a leading slash, else from the file's folder. */
export function resolveFrom(file: string, path: string): string {
  return normalisePath(path.startsWith('/') ? path : `${folderOf(file)}/${path}`);
}

/** The folder itself and every one above it, innermost first, the root as an empty string. */
export function foldersAbove(file: string): string[] {
  const folders: string[] = [];
  for (let folder = folderOf(file); folder !== ''; folder = folderOf(folder)) folders.push(folder);
  return [...folders, ''];
}
