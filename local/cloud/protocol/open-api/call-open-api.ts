import { CloudError } from '../../cloud-error';
import type { OpenData } from '../../open-data/open-data';
import type { AdminAction, AdminRequest } from '../admin-action';
import { invalid, optionalText, requiredText } from '../parameters';
import { decodePairs, encodeResponse, type OpenApiResponse } from './messages';
import { decodeCloudIds, encodeOpenData } from './open-data-messages';
import type { OpenApiAnswer, OpenApiMedia, OpenApiRegistry } from './registry';

/** Source: developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/openapi/openapi.html, error codes */
const apiNotFound = -604100;
const noPermission = -604101;
const systemError = -604103;

/** What `cloud.getOpenData()` asks for: it needs no permission in the function's manifest. */
const OPEN_DATA = 'ApiGetOpenDataByCloudId';

/** Serves `cloud.openapi.<name>()`: a protobuf message in a multipart body, a protobuf message as answer. */
export function callOpenApi(registry: OpenApiRegistry, openData: OpenData): AdminAction {
  return async request => {
    const { requestData } = request.parameters;
    if (!Buffer.isBuffer(requestData)) throw invalid('requestData must be binary');
    if (request.parameters.apiName === OPEN_DATA) return openAll(openData, request, requestData);
    const parameters = readPairs(requestData);
    return { binary: encodeResponse(await perform(registry, request, parameters)) };
  };
}

function openAll(openData: OpenData, { call }: AdminRequest, bytes: Buffer): { binary: Buffer } {
  const items = readCloudIds(bytes).map(cloudId => ({
    cloudId,
    json: JSON.stringify(openData.open(cloudId, call?.context.openid)),
  }));
  return { binary: encodeResponse({ errorCode: 0, contentType: '', respData: encodeOpenData(items) }) };
}

function readCloudIds(bytes: Buffer): string[] {
  try {
    return decodeCloudIds(bytes);
  } catch (error) {
    throw invalid(`requestData is no CommApiData: ${(error as Error).message}`);
  }
}

/** Serves the older `cloud.callOpenAPI()`: the same APIs with JSON both ways. */
export function callOpenApiWithJson(registry: OpenApiRegistry): AdminAction {
  return async request => {
    const text = optionalText(request.parameters, 'requestData') ?? '{}';
    const { errorCode, respData } = await perform(registry, request, readJson(text));
    if (errorCode !== 0) throw new CloudError('SYS_ERR', `open API error ${errorCode}`);
    return { data: { responseData: respData.toString() } };
  };
}

async function perform(
  registry: OpenApiRegistry,
  request: AdminRequest,
  parameters: Record<string, unknown>,
): Promise<OpenApiResponse> {
  const name = requiredText(request.parameters, 'apiName');
  const handler = registry.handler(name);
  if (handler === undefined) return failed(apiNotFound);
  if (request.call !== null && !request.call.openapi.includes(name)) return failed(noPermission);
  try {
    return succeeded(await handler({ parameters, call: request.call }));
  } catch (error) {
    process.stderr.write(`cloud: the open API ${name} failed: ${(error as Error).stack}\n`);
    return failed(systemError);
  }
}

function failed(errorCode: number): OpenApiResponse {
  return { errorCode, contentType: '', respData: Buffer.alloc(0) };
}

function succeeded(answer: OpenApiAnswer): OpenApiResponse {
  if (Buffer.isBuffer(answer.bytes) && typeof answer.contentType === 'string') {
    return { errorCode: 0, contentType: answer.contentType, respData: answer.bytes };
  }
  const body = JSON.stringify({ errcode: 0, errmsg: 'ok', ...answer });
  return { errorCode: 0, contentType: 'application/json', respData: Buffer.from(body) };
}

function readPairs(bytes: Buffer): Record<string, unknown> {
  try {
    const pairs = decodePairs(bytes);
    return Object.fromEntries(
      pairs.map(pair => [pair.key, pairValue(Buffer.from(pair.value), pair.filename ?? '')]),
    );
  } catch (error) {
    throw invalid(`requestData is no CommApiData: ${(error as Error).message}`);
  }
}

/** The SDK gives media a file name and encodes everything else as JSON. */
function pairValue(bytes: Buffer, filename: string): unknown {
  if (filename !== '') return { filename, bytes } satisfies OpenApiMedia;
  return JSON.parse(bytes.toString());
}

function readJson(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // Told below, like everything else that is not an object.
  }
  throw invalid('requestData must be a JSON object');
}
