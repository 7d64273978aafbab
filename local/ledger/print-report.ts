import type { Fault } from './verify-account';
import type { LedgerReport } from './verify-ledger';
import type { SealsReport } from './verify-seals';

function faultLine({ account, seq, key, problem }: Fault): string {
  const entry = seq === null ? '' : ` entry ${seq}${key === null ? '' : ` (${key})`}`;
  return `FAULT  ${account}${entry}: ${problem}`;
}

/** What the seals of a log say, as lines. */
export const sealLines = ({ seals, last, waiting }: SealsReport): string[] => [
  ...(last === null ? [] : [`${seals} seals; the root of all up to ${last.day} is ${last.root}`]),
  ...(waiting > 0 ? [`${waiting} entries came late and wait for the next seal`] : []),
];

/** The verdict for a person, as lines. */
export function reportLines(report: LedgerReport): string[] {
  const { accounts, ahead, entries, trips, faults, faultCount, equations, seals, ok } = report;
  const hidden = faultCount - faults.length;
  return [
    `${accounts} accounts, ${entries} entries${trips > 0 ? `, ${trips} trips` : ''}`,
    ...(ahead > 0
      ? [`${ahead} accounts were written during the export: their documents are not verified`]
      : []),
    ...sealLines(seals),
    ...equations.map(
      ({ name, left, right, holds }) => `${holds ? 'ok   ' : 'FAULT'}  ${name}: ${left} | ${right}`,
    ),
    ...faults.map(faultLine),
    ...(hidden > 0 ? [`FAULT  and ${hidden} more accounts`] : []),
    ok
      ? 'The ledger is sound: numbers, chains, heads, postings, balances and sums agree.'
      : 'The ledger is NOT sound.',
  ];
}
