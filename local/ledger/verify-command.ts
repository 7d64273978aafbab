import { parseArgs } from 'node:util';
import type { DocumentSource } from './document-source';
import { openFolder } from './folder-source';
import { readKnownRoots } from './known-roots';
import { linesOfFile } from './lines-of-file';
import { runCommand } from './run-command';

/** What a command verifies: the documents of a folder, or the lines that its export wrote. */
export interface Verification<Report extends { ok: boolean }> {
  read(source: DocumentSource): AsyncIterable<object>;
  verify(lines: AsyncIterable<string>, knownRoots: Map<string, string>): Promise<Report>;
  reportLines(report: Report): string[];
}

async function* linesOfFolder(
  folder: string,
  { read }: Pick<Verification<never>, 'read'>,
): AsyncGenerator<string> {
  const source = openFolder(folder);
  try {
    for await (const line of read(source)) yield JSON.stringify(line);
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

/** A command that verifies: 0 when all is sound, 1 when it is not or cannot be read, 2 for wrong arguments. */
export const runVerification = <Report extends { ok: boolean }>(
  command: string,
  verification: Verification<Report>,
): void =>
  runCommand(command, async () => {
    const given = readArguments();
    if (given === null) {
      process.stderr.write(`usage: npm run ${command} -- --data DIR | --file FILE [--root DAY=ROOT …]\n`);
      return 2;
    }
    const { data, file, knownRoots } = given;
    const lines = file === undefined ? linesOfFolder(data!, verification) : linesOfFile(file);
    const report = await verification.verify(lines, knownRoots);
    process.stdout.write(`${verification.reportLines(report).join('\n')}\n`);
    return report.ok ? 0 : 1;
  });
