import { open } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { openFolder } from '../ledger/folder-source';
import { reportLines } from '../ledger/print-report';
import { readLedger } from '../ledger/read-ledger';
import { verifyLedger } from '../ledger/verify-ledger';

const usage = 'usage: npm run ledger:verify -- --data DIR | --file FILE';

async function* linesOfFile(file: string): AsyncGenerator<string> {
  const handle = await open(file);
  yield* handle.readLines();
}

async function* linesOfFolder(folder: string): AsyncGenerator<string> {
  const source = openFolder(folder);
  try {
    for await (const line of readLedger(source)) yield JSON.stringify(line);
  } finally {
    await source.close();
  }
}

/** `npm run ledger:verify`: 0 when the ledger is sound, 1 when it is not or cannot be read, 2 for wrong arguments. */
async function main(): Promise<number> {
  const { data, file } = parseArgs({
    options: { data: { type: 'string' }, file: { type: 'string' } },
  }).values;
  if ((data === undefined) === (file === undefined)) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  const report = await verifyLedger(file === undefined ? linesOfFolder(data!) : linesOfFile(file));
  process.stdout.write(`${reportLines(report).join('\n')}\n`);
  return report.ok ? 0 : 1;
}

main().then(
  code => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`ledger:verify failed: ${(error as Error).message}\n`);
    process.exitCode = 1;
  },
);
