import type { BenchContext } from '../bench';
import { Callers } from '../http/callers';
import { writeCollectionsOnly } from '../product/functions-folder';
import { type Endpoint, startEndpoint } from './endpoint';
import { type Server, startNullServer } from './null-server';

/** A server with its callers connected. */
export interface Side<Kind extends Server = Server> {
  server: Kind;
  callers: Callers;
}

/** The endpoint with the product's collections and the null server, each with as many callers. */
export interface Rig {
  endpoint: Side<Endpoint>;
  nothing: Side;
}

/** Runs a measurement on an endpoint and a null server of its own, and ends both whatever happens. */
export async function withRig<Result>(
  context: BenchContext,
  callerCount: number,
  measure: (rig: Rig) => Promise<Result>,
): Promise<Result> {
  const functionsFolder = writeCollectionsOnly(context);
  const [server, nullServer] = await Promise.all([
    startEndpoint(context, { functionsFolder }),
    startNullServer(context),
  ]);
  const endpoint = { server, callers: await Callers.open(server.port, callerCount) };
  const nothing = { server: nullServer, callers: await Callers.open(nullServer.port, callerCount) };
  try {
    return await measure({ endpoint, nothing });
  } finally {
    for (const { callers } of [endpoint, nothing]) callers.close();
    await Promise.all([server.stop(), nullServer.stop()]);
  }
}
