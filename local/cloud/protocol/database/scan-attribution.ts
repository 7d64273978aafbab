import type { RunningCall } from '../../runner/running-call';
import type { Scan, Store } from '../../store/store';

/**
 * Says which call a scan of the store belongs to. The store reports a scan while it starts an operation, before anything
 * is awaited, so the call that is current at that moment is the one; no context has to travel with every promise.
 */
export class ScanAttribution {
  #current: RunningCall | null = null;

  constructor(store: Store) {
    store.onScan(scan => this.#add(scan));
  }

  run<T>(call: RunningCall | null, start: () => Promise<T>): Promise<T> {
    this.#current = call;
    try {
      return start();
    } finally {
      this.#current = null;
    }
  }

  #add(scan: Scan): void {
    const call = this.#current;
    if (call === null) return;
    call.documentsExamined += scan.documentsExamined;
    if (scan.index === null) call.scansWithoutIndex++;
  }
}
