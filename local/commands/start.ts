/**
 * `npm start`: the product on this machine, with the demo's people and their month of rides. Ends cleanly on SIGINT and
 * SIGTERM, and goes on where it was when it is started again.
 */
import { UsageError } from '../demo/command-line/usage-error';
import { parseStartArguments } from '../demo/start/arguments';
import { runDemo } from '../demo/start/run-demo';
import { mountPages } from '../simulator/start/mount-pages';

async function main(): Promise<void> {
  const given = parseStartArguments(process.argv.slice(2), process.cwd());
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // Somebody who asks twice does not want to wait; what was acknowledged is on disk either way.
      if (stop.signal.aborted) process.exit(130);
      stop.abort();
    });
  }
  await runDemo(process.cwd(), given, process.stdout, stop.signal, mountPages);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(error instanceof UsageError ? 2 : 1);
  },
);
