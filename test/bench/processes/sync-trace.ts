import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BenchContext } from '../bench';

/** Every call by which a process makes the disk keep what was written. */
const SYNC_CALLS = 'fdatasync,fsync,sync_file_range,msync';

export interface SyncTrace {
  /** The program, with its arguments, that runs another one and watches it. */
  runBy: readonly string[];
  /** How many there were so far. */
  count(): number;
}

/** Counts what the kernel is asked for, whatever the program itself believes. Throws where there is no strace. */
export function traceSyncs(context: BenchContext): SyncTrace {
  if (spawnSync('strace', ['-V']).status !== 0) {
    throw new Error(
      'strace is not installed, and nothing else can count the fsyncs (Debian: apt-get install strace)',
    );
  }
  const file = path.join(context.folder, 'syncs.txt');
  return {
    runBy: ['strace', '-f', '-qq', '-e', `trace=${SYNC_CALLS}`, '-e', 'signal=none', '-o', file],
    // A call that another thread interrupts stands there twice, but its name with a parenthesis only once.
    count: () => readFileSync(file, 'utf8').match(/^\d+ +\w+\(/gm)?.length ?? 0,
  };
}
