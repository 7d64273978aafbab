import { type Exchange, mediaType } from './exchange';
import { HttpError } from './http-error';
import { readBody } from './read-body';

/**
 * The body of a JSON route. The content type is required because a page of another site can send text, forms and
 * multipart to a local port without asking, but not JSON.
 * @throws HttpError 405, 415 or 400; BodyTooLargeError
 */
export async function readJsonBody({ request }: Exchange, limitBytes: number): Promise<unknown> {
  if (request.method !== 'POST') throw new HttpError(405, 'POST only');
  if (mediaType(request) !== 'application/json')
    throw new HttpError(415, 'content-type must be application/json');
  const body = await readBody(request, limitBytes);
  try {
    return JSON.parse(body.toString());
  } catch {
    throw new HttpError(400, 'the body is not JSON');
  }
}
