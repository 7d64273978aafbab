import type { Entry } from '../../../cloudfunctions/domain/ledger';
import { sampleEntry } from './ledger-documents';

/** Each call answers the next `count` entries of one account, which differ in key and number only. */
export function entrySeries(name: string, count: number): () => Entry[] {
  let made = 0;
  const next = (): Entry => {
    made += 1;
    return sampleEntry(`user:${name}`, made, `trip:${name}:${String(made).padStart(60, '0')}`);
  };
  return () => Array.from({ length: count }, next);
}
