import type { CallAnswer } from '../../cloudfunctions/contract/envelope';
import type {
  ProcedureInput,
  ProcedureName,
  ProcedureOutput,
  Procedures,
} from '../../cloudfunctions/contract/procedures';
import { requestIdFor, settleRequest } from './pending-requests';
import { localError, ServiceError } from './service-error';

type NamesBy<Mutating extends boolean> = {
  [Name in ProcedureName]: Procedures[Name]['mutating'] extends Mutating ? Name : never;
}[ProcedureName];
export type ReadingProcedure = NamesBy<false>;
export type ChangingProcedure = NamesBy<true>;

/** Function `api` may take 20 seconds; nobody waits longer than this in a metro car. */
const TIMEOUT_MS = 15_000;

/** Requests under way, by intent: a second tap gets the first one's answer. */
const underWay = new Map<string, Promise<unknown>>();

let isReady = false;

function cloud(): typeof wx.cloud {
  if (!wx.cloud) throw localError('CLOUD_MISSING');
  if (!isReady) wx.cloud.init();
  isReady = true;
  return wx.cloud;
}

/** Reads. Signs in first where the server says that nobody has. Throws `ServiceError`. */
export async function call<Name extends ReadingProcedure>(
  procedure: Name,
  input: ProcedureInput<Name>,
): Promise<ProcedureOutput<Name>> {
  return signedIn(() => send<ProcedureOutput<Name>>({ procedure, input }));
}

/**
 * Changes something, with one effect however often it is sent: the request's id is stored before the first try and used
 * again until an answer came. Requests for the same procedure and input are the same intent. Throws `ServiceError`.
 */
export function callOnce<Name extends ChangingProcedure>(
  procedure: Name,
  input: ProcedureInput<Name>,
): Promise<ProcedureOutput<Name>> {
  const intent = `${procedure} ${JSON.stringify(input)}`;
  const running = underWay.get(intent) as Promise<ProcedureOutput<Name>> | undefined;
  if (running) return running;
  const started = signedIn(() => sendOnce<ProcedureOutput<Name>>(intent, procedure, input)).finally(() =>
    underWay.delete(intent),
  );
  underWay.set(intent, started);
  return started;
}

async function sendOnce<Output>(
  intent: string,
  procedure: ChangingProcedure,
  input: unknown,
): Promise<Output> {
  const requestId = requestIdFor(intent);
  try {
    const output = await send<Output>({ procedure, requestId, input });
    settleRequest(intent);
    return output;
  } catch (error) {
    if (!(error instanceof ServiceError) || !error.isUndecided) settleRequest(intent);
    throw error;
  }
}

/** A rider is made by the first sign-in, so somebody whose first call is another one is signed in on the way. */
async function signedIn<Output>(request: () => Promise<Output>): Promise<Output> {
  try {
    return await request();
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code !== 'NOT_SIGNED_IN') throw error;
    await callOnce('riders.signIn', {});
    return request();
  }
}

async function send<Output>(data: {
  procedure: ProcedureName;
  requestId?: string;
  input: unknown;
}): Promise<Output> {
  const answer = (await withinTime(cloud().callFunction({ name: 'api', data }))) as {
    result?: CallAnswer<Output> | string;
  };
  const { result } = answer;
  if (typeof result !== 'object' || result === null) throw localError('UNREACHABLE');
  if (result.ok) return result.data;
  const { code, message, logId, details } = result.error;
  throw new ServiceError(code, message, logId, details);
}

function withinTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(localError('TIMEOUT')), TIMEOUT_MS);
    answer.then(resolve, async () => reject(await transportError())).finally(() => clearTimeout(timer));
  });
}

/** WeChat's transport errors say little that a person could act on, except whether there is a network at all. */
async function transportError(): Promise<ServiceError> {
  const network = await wx.getNetworkType().catch(() => ({ networkType: 'unknown' }));
  return localError(network.networkType === 'none' ? 'OFFLINE' : 'UNREACHABLE');
}
