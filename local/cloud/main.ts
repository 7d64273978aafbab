/**
 * `npm run cloud -- --port P --data DIR [--functions DIR] [--start-at TIME]`: the endpoint alone. Prints
 * `cloud ready <address>` when it serves; SIGTERM and SIGINT end it with everything on disk and exit code 0.
 */
import { parseCloudArguments } from './parse-arguments';
import { startCloud } from './start-cloud';

function fail(error: unknown): never {
  const { code, message } = error as NodeJS.ErrnoException;
  process.stderr.write(`cloud: ${code === 'EADDRINUSE' ? `the port is in use: ${message}` : message}\n`);
  process.exit(1);
}

async function main(): Promise<void> {
  const cloud = await startCloud(parseCloudArguments(process.argv.slice(2), process.cwd()));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => void cloud.stop().then(() => process.exit(0), fail));
  }
  process.stdout.write(`cloud ready ${cloud.url}\n`);
}

// Requests are guarded where they are handled. Should anything slip through, an endpoint that goes on is worth more to the
// person in front of it than one that is gone: what is stored is safe either way.
process.on('uncaughtException', error => process.stderr.write(`cloud: uncaught: ${error.stack}\n`));
process.on('unhandledRejection', reason => process.stderr.write(`cloud: unhandled: ${String(reason)}\n`));

main().catch(fail);
