import type { AuditReport } from './verify-audit';
import type { AuditFault } from './verify-chain';

function faultLine({ chain, seq, id, problem }: AuditFault): string {
  const entry = seq === null ? '' : ` entry ${seq}${id === null ? '' : ` (${id})`}`;
  return `FAULT  ${chain}${entry}: ${problem}`;
}

/** The verdict for a person, as lines. */
export function reportLines({ chains, entries, faults, faultCount, ok }: AuditReport): string[] {
  const hidden = faultCount - faults.length;
  return [
    `${chains} chains, ${entries} entries`,
    ...faults.map(faultLine),
    ...(hidden > 0 ? [`FAULT  and ${hidden} more chains`] : []),
    ok ? 'The audit log is sound: numbers, links and ends agree.' : 'The audit log is NOT sound.',
  ];
}
