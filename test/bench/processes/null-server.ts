import type { BenchContext } from '../bench';
import { type MeteredProcess, startMetered } from './metered-process';

export interface Server extends MeteredProcess {
  readonly port: number;
}

/** What a request costs where nothing is done for it. */
export async function startNullServer(context: BenchContext): Promise<Server> {
  const program = await context.programs.bundle('null-server');
  const started = await startMetered(context, { program, arguments: [], readyLine: /^null ready (\d+)$/m });
  return { ...started, port: Number(started.ready) };
}
