import { copyFileSync, mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../local/cloud/store';
import type { TraceEvent } from './durability-trace';

/** What a check found wrong; empty when durability holds. */
export type Violations = string[];

const LOG = 'documents.db-wal';

/** The connection of the store itself must run with synchronous=FULL. */
export function checkPragma(events: TraceEvent[]): Violations {
  const lines = events.flatMap(event => (event.kind === 'announcement' ? [event.line] : []));
  return lines[0] === 'synchronous 2' ? [] : [`the first line is ${lines[0]}`];
}

/** Between the last write to any file of the database and an acknowledgement there must be a sync of that file. */
export function checkSyncBeforeAcknowledgement(events: TraceEvent[]): Violations {
  const dirty = new Set<string>();
  const violations: Violations = [];
  let writes = 0;
  for (const event of events) {
    if (event.kind === 'write') {
      dirty.add(event.file);
      writes++;
    } else if (event.kind === 'sync') {
      dirty.delete(event.file);
    } else if (event.line.startsWith('ack')) {
      if (dirty.size > 0) violations.push(`${event.line}: written but not synced: ${[...dirty].join(', ')}`);
      if (writes === 0) violations.push(`${event.line}: nothing was written before`);
      writes = 0;
    }
  }
  return violations;
}

/** How much of the log was certainly on disk at each acknowledgement. */
export function durableLengths(events: TraceEvent[]): number[] {
  let written = 0;
  let durable = 0;
  const lengths: number[] = [];
  for (const event of events) {
    if (event.kind === 'announcement') {
      if (event.line.startsWith('ack')) lengths.push(durable);
    } else if (event.file.endsWith(LOG)) {
      if (event.kind === 'write') written = Math.max(written, event.end);
      else durable = written;
    }
  }
  return lengths;
}

/**
 * Power loss at every acknowledgement: the log is cut where it was certainly on disk, and everything acknowledged
 * until then must be there when the folder is opened again.
 */
export async function checkCutLog(events: TraceEvent[], base: string, folder: string): Promise<Violations> {
  const violations: Violations = [];
  for (const [number, length] of durableLengths(events).entries()) {
    const missing = await missingAfterCut(base, folder, length, number);
    if (missing > 0) violations.push(`ack ${number}: ${missing} acknowledged documents are missing`);
  }
  return violations;
}

async function missingAfterCut(base: string, folder: string, length: number, last: number): Promise<number> {
  const cut = mkdtempSync(join(tmpdir(), 'durability-cut-'));
  copyFileSync(join(base, 'documents.db'), join(cut, 'documents.db'));
  copyFileSync(join(folder, LOG), join(cut, LOG));
  truncateSync(join(cut, LOG), length);
  const store = openStore({ folder: cut, nowMs: () => 0 });
  const found = await store.find('entries', { query: { number: { $lte: last } }, limit: last + 1 });
  await store.close();
  rmSync(cut, { recursive: true });
  return last + 1 - found.length;
}
