import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHILD_ENVIRONMENT } from './durability-child';

/** What the kernel was asked to do, as far as durability goes, in the order of the process's main thread. */
export type TraceEvent =
  | { kind: 'write'; file: string; end: number }
  | { kind: 'sync'; file: string }
  | { kind: 'announcement'; line: string };

/** The third file, the index of the log (-shm), is made anew from the log after a crash. */
const DURABLE_FILES = ['documents.db', 'documents.db-wal'];

const CALLS = 'pwrite64,pwritev,write,writev,fdatasync,fsync';

/** Runs the writer under strace. Fails, and never skips, where strace is missing or may not trace. */
export function traceWriter(
  program: string,
  folder: string,
  synchronous: string,
  count: number,
): TraceEvent[] {
  const output = join(folder, 'strace.txt');
  const command = [
    '-f',
    '-y',
    '-s',
    '64',
    '-e',
    `trace=${CALLS}`,
    '-o',
    output,
    process.execPath,
    program,
    folder,
    synchronous,
    String(count),
  ];
  const { error, stderr } = spawnSync('strace', command, { encoding: 'utf8', env: CHILD_ENVIRONMENT });
  if (error !== undefined)
    throw new Error(`This test needs strace, which the set-up installs: ${error.message}`);
  const events = parseTrace(readFileSync(output, 'utf8'), folder);
  if (events.length === 0) throw new Error(`strace has traced nothing: ${stderr}`);
  return events;
}

/** Calls of the main thread only: the store writes, syncs and announces there. */
export function parseTrace(text: string, folder: string): TraceEvent[] {
  const lines = text.split('\n');
  const mainThread = lines[0]?.split(' ')[0];
  const events: TraceEvent[] = [];
  let unfinished = '';
  for (const line of lines) {
    const [, thread, call] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
    if (thread !== mainThread || call === undefined) continue;
    // A call that another thread interrupted is written as two lines; it is done with the second one.
    const [start] = call.split(' <unfinished ...>');
    if (start !== call) unfinished = start!;
    else
      addEvent(
        events,
        call.startsWith('<...') ? unfinished + call.replace(/^<\.\.\. \w+ resumed>/, '') : call,
        folder,
      );
  }
  return events;
}

function addEvent(events: TraceEvent[], call: string, folder: string): void {
  const [, name, descriptor, file, rest] = /^(\w+)\((\d+)<([^>]*)>(.*)$/.exec(call) ?? [];
  if (name === undefined || file === undefined || rest === undefined) return;
  if (descriptor === '1') {
    const [, line] = /^, "(.*)\\n", \d+\)/.exec(rest) ?? [];
    if (line !== undefined) events.push({ kind: 'announcement', line });
  } else if (DURABLE_FILES.some(name => file === join(folder, name))) {
    if (name.endsWith('sync')) events.push({ kind: 'sync', file });
    else events.push({ kind: 'write', file, end: endOfWrite(rest) });
  }
}

/** `…, "data", length, offset) = written` */
function endOfWrite(rest: string): number {
  const [, offset, written] = /, (\d+)\)\s+= (\d+)$/.exec(rest) ?? [];
  if (offset === undefined) throw new Error(`A write that the test cannot read: ${rest}`);
  return Number(offset) + Number(written);
}
