/**
 * `read-ledger <verify|parse-and-hash> <file>`: goes through an export and prints the processor time and the most memory
 * it took, as JSON. To parse each line and hash it is what nobody can do without who looks at every entry.
 */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { linesOfFile } from '../../../local/ledger/lines-of-file';
import { verifyLedger } from '../../../local/ledger/verify-ledger';

export interface ReadingCost {
  cpuSeconds: number;
  megabytes: number;
}

const MICROS_A_SECOND = 1_000_000;
const KILOBYTES_A_MEGABYTE = 1_024;

/** Lines are read as Node reads them, whatever the verifier has found to be faster. */
async function parseAndHash(file: string): Promise<void> {
  const handle = await open(file);
  for await (const line of handle.readLines()) {
    JSON.parse(line);
    createHash('sha256').update(line).digest('hex');
  }
}

async function verify(file: string): Promise<void> {
  const report = await verifyLedger(linesOfFile(file));
  if (!report.ok) throw new Error(JSON.stringify({ ...report, faults: report.faults.slice(0, 3) }));
}

async function main(side: string, file: string): Promise<void> {
  await (side === 'verify' ? verify(file) : parseAndHash(file));
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const cost: ReadingCost = {
    cpuSeconds: (userCPUTime + systemCPUTime) / MICROS_A_SECOND,
    megabytes: maxRSS / KILOBYTES_A_MEGABYTE,
  };
  process.stdout.write(JSON.stringify(cost));
}

main(process.argv[2]!, process.argv[3]!).catch((error: unknown) => {
  process.stderr.write(String(error));
  process.exitCode = 1;
});
