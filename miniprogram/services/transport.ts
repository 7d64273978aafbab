import type { CallAnswer } from '../../cloudfunctions/contract/envelope';
import { localError, ServiceError } from './service-error';

/** A function may take 20 seconds; nobody waits longer than this in a metro car. */
const TIMEOUT_MS = 15_000;

export interface Request {
  procedure: string;
  requestId?: string;
  input: unknown;
}

let isReady = false;

function cloud(): typeof wx.cloud {
  if (!wx.cloud) throw localError('CLOUD_MISSING');
  if (!isReady) wx.cloud.init();
  isReady = true;
  return wx.cloud;
}

/** Sends one request to a cloud function and answers its data. Throws `ServiceError`. */
export async function send<Output>(functionName: 'api' | 'staff', data: Request): Promise<Output> {
  const answer = (await withinTime(cloud().callFunction({ name: functionName, data }))) as {
    result?: CallAnswer<Output> | string;
  };
  const { result } = answer;
  if (typeof result !== 'object' || result === null) throw localError('UNREACHABLE');
  if (result.ok) return result.data;
  const { code, message, logId, details } = result.error;
  throw new ServiceError(code, message, logId, details);
}

/** Puts a file of the phone into the cloud's storage and answers its id. Throws `ServiceError`. */
export async function sendFile(file: { cloudPath: string; filePath: string }): Promise<string> {
  const { fileID } = (await withinTime(cloud().uploadFile(file))) as { fileID: string };
  return fileID;
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
