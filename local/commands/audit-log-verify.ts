import { open } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { reportLines } from '../audit-log/print-report';
import { readAudit } from '../audit-log/read-audit';
import { verifyAudit } from '../audit-log/verify-audit';
import { openFolder } from '../ledger/folder-source';
import { readKnownRoots } from '../ledger/known-roots';

const usage = 'usage: npm run audit-log:verify -- --data DIR | --file FILE [--root DAY=ROOT …]';

async function* linesOfFile(file: string): AsyncGenerator<string> {
  const handle = await open(file);
  yield* handle.readLines();
}

async function* linesOfFolder(folder: string): AsyncGenerator<string> {
  const source = openFolder(folder);
  try {
    for await (const line of readAudit(source)) yield JSON.stringify(line);
  } finally {
    await source.close();
  }
}

/** Null for arguments that make no sense. */
function readArguments(): { data?: string; file?: string; knownRoots: Map<string, string> } | null {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({ options: { data: text, file: text, root: { ...text, multiple: true } } });
    const { root, ...from } = values;
    if ((from.data === undefined) === (from.file === undefined)) return null;
    return { ...from, knownRoots: readKnownRoots(root ?? []) };
  } catch {
    return null;
  }
}

/** `npm run audit-log:verify`: 0 when the log is sound, 1 when it is not or cannot be read, 2 for wrong arguments. */
async function main(): Promise<number> {
  const given = readArguments();
  if (given === null) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  const { data, file, knownRoots } = given;
  const lines = file === undefined ? linesOfFolder(data!) : linesOfFile(file);
  const report = await verifyAudit(lines, knownRoots);
  process.stdout.write(`${reportLines(report).join('\n')}\n`);
  return report.ok ? 0 : 1;
}

main().then(
  code => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`audit-log:verify failed: ${(error as Error).message}\n`);
    process.exitCode = 1;
  },
);
