import { parseArgs } from 'node:util';
import { NoAppError } from './build/app-folder';
import { startSimulator } from './server/start-simulator';

const usage = 'npm run simulate -- --app 小程序目录 --port 端口 [--cloud http://127.0.0.1:端口]';

function readArguments() {
  const options = { app: { type: 'string' }, port: { type: 'string' }, cloud: { type: 'string' } } as const;
  const { values } = parseArgs({ options });
  const port = Number(values.port ?? '0');
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error('--port 需要一个端口号');
  return {
    appFolder: values.app ?? '.',
    port,
    ...(values.cloud === undefined ? {} : { cloudUrl: values.cloud }),
  };
}

async function main(): Promise<void> {
  const simulator = await startSimulator(readArguments());
  process.stdout.write(`simulator ready ${simulator.url}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void simulator.stop().then(() => process.exit(0)));
}

main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${message}\n${error instanceof NoAppError ? '' : `${usage}\n`}`);
  process.exitCode = 1;
});
