import { join } from 'node:path';
import Database from 'libsql';

/** A held lock of a data folder. */
export interface FolderLock {
  release(): void;
}

/**
 * Locks a data folder against a second process. SQLite's own exclusive file lock belongs to the process, so it is
 * free again after a kill -9, which a file with a process number in it would not be. It has a file of its own, so
 * that the documents can be read with any SQLite tool while the server runs.
 */
export function lockFolder(folder: string): FolderLock {
  const database = new Database(join(folder, 'lock.db'), { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    throw new Error(`数据目录正被另一个进程使用:${folder}`, { cause: error });
  }
  return {
    release: () => {
      database.exec('ROLLBACK');
      database.close();
    },
  };
}
