import type { CallRecord, LogRecord } from './call-record';
import type { RotatingFile } from './rotating-file';

const keptInMemory = 1000;
/** A function that prints without end must not push everything else out of the log. */
const mostLinesOfACall = 500;

/** The last calls in memory, and every record as a line of JSON in the data folder. */
export class CallLog {
  readonly #recent: CallRecord[] = [];
  readonly #linesOfCall = new Map<string, number>();

  constructor(readonly file: RotatingFile) {}

  write(record: LogRecord): void {
    if (record.type === 'call') this.#keep(record);
    else if (!this.#admits(record.callId)) return;
    this.file.append(`${JSON.stringify(record)}\n`);
  }

  /** Newest first. */
  recent(limit: number): CallRecord[] {
    return this.#recent.slice(-limit).reverse();
  }

  #keep(record: CallRecord): void {
    this.#linesOfCall.delete(record.callId);
    this.#recent.push(record);
    if (this.#recent.length > 2 * keptInMemory) this.#recent.splice(0, keptInMemory);
  }

  #admits(callId: string): boolean {
    const lines = (this.#linesOfCall.get(callId) ?? 0) + 1;
    // Output that arrives after its call's record starts a new count; forgetting all of them now and then bounds the map.
    if (this.#linesOfCall.size > keptInMemory) this.#linesOfCall.clear();
    this.#linesOfCall.set(callId, lines);
    return lines <= mostLinesOfACall;
  }
}
