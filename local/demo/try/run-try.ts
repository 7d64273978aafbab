import { UsageError } from '../command-line/usage-error';

/** Runs a small command: what it answers goes to stdout, what went wrong in words to stderr with exit code 1 or 2. */
export function runTry(work: () => Promise<string>): void {
  work().then(
    answer => process.stdout.write(`${answer}\n`),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = error instanceof UsageError ? 2 : 1;
    },
  );
}
