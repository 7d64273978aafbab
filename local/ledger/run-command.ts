/** Runs a command, which answers its exit code; what it throws is said under its name. */
export function runCommand(command: string, run: () => Promise<number>): void {
  run().then(
    code => {
      process.exitCode = code;
    },
    (error: unknown) => {
      process.stderr.write(`${command} failed: ${(error as Error).message}\n`);
      process.exitCode = 1;
    },
  );
}
