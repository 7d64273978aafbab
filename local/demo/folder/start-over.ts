import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { lockFolder } from '../../cloud/store/folder-lock';

/** Everything that the endpoint and the demo keep in a data folder. */
const ours = new RegExp(
  `^(?:${[
    'demo\\.json',
    'team\\.json',
    'tampered\\.json',
    'clock\\.json',
    'environment\\.json',
    'documents\\.db(?:-wal|-shm)?',
    'lock\\.db(?:-journal)?',
    'calls\\.log(?:\\.1)?',
    'storage\\.key',
    'files',
    '[a-z.]+\\.new',
  ].join('|')})$`,
);
/** What no other program's folder has. */
const marks = ['demo.json', 'documents.db', 'lock.db'];

/**
 * Empties a data folder. A folder with anything else in it may hold somebody's documents: then nothing is deleted.
 * @throws Error saying why not, in words for the person who asked
 */
export function startOver(folder: string): void {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  if (names.length === 0) return;
  const foreign = names.filter(name => !ours.test(name));
  if (foreign.length > 0 || !names.some(name => marks.includes(name))) {
    const example = [...foreign, ...names].slice(0, 1).join();
    throw new Error(`${folder} 不像本产品的数据目录（里面有 ${example}），没有删除任何文件`);
  }
  // Held while files go, so that no running endpoint loses them from under its feet.
  const lock = lockFolder(folder);
  try {
    for (const name of names) {
      if (!name.startsWith('lock.db')) rmSync(path.join(folder, name), { recursive: true, force: true });
    }
  } finally {
    lock.release();
  }
}
