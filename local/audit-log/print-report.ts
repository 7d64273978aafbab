import { sealLines } from '../ledger/print-report';
import type { AuditReport } from './verify-audit';
import type { AuditFault } from './verify-chain';

function faultLine({ chain, seq, id, problem }: AuditFault): string {
  const entry = seq === null ? '' : ` entry ${seq}${id === null ? '' : ` (${id})`}`;
  return `FAULT  ${chain}${entry}: ${problem}`;
}

/** The verdict for a person, as lines. */
export function reportLines({ chains, entries, faults, faultCount, seals, ok }: AuditReport): string[] {
  const hidden = faultCount - faults.length;
  return [
    `${chains} chains, ${entries} entries`,
    ...sealLines(seals),
    ...faults.map(faultLine),
    ...(hidden > 0 ? [`FAULT  and ${hidden} more chains`] : []),
    ok ? 'The audit log is sound: numbers, links, ends and seals agree.' : 'The audit log is NOT sound.',
  ];
}
