import { CloudError } from '../cloud-error';
import { answerText } from '../http/answer';
import { type Exchange, header } from '../http/exchange';
import { BodyTooLargeError, readBody } from '../http/read-body';
import { storedFileBytes } from '../limits';
import { decoded } from './decoded';
import type { Storage } from './storage';

/**
 * The second half of the SDK's `uploadFile`, where the cloud's object store answers: nothing when all is well, an XML
 * document otherwise. The SDK looks at the body only, never at the status.
 */
export async function putFile(storage: Storage, { request, response }: Exchange): Promise<void> {
  const content = await readBody(request, storedFileBytes).catch(tooLarge);
  if (content === null) return answerError(response, 'EntityTooLarge', 'a file is at most 5 MB');
  const path = storage.redeemTicket(
    decoded(header(request, 'key') ?? ''),
    header(request, 'authorization') ?? '',
  );
  if (path === null)
    return answerError(response, 'SignatureDoesNotMatch', 'the upload was not granted or has expired');
  try {
    await storage.files.put(path, content, null);
    answerText(response, 200, 'application/xml', '');
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    answerError(response, error.code, error.message);
  }
}

function tooLarge(error: unknown): null {
  if (error instanceof BodyTooLargeError) return null;
  throw error;
}

function answerError(response: Exchange['response'], code: string, message: string): void {
  const fields = { Code: code, Message: message, RequestId: 'local', TraceId: 'local' };
  const body = Object.entries(fields).map(([name, value]) => `<${name}>${value}</${name}>`);
  answerText(
    response,
    403,
    'application/xml',
    `<?xml version='1.0' encoding='utf-8' ?><Error>${body.join('')}</Error>`,
  );
}
