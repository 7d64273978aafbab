import protobuf from 'protobufjs';

/**
 * The two protobuf messages between the SDK and WeChat's open APIs, as far as the endpoint needs them.
 * Source: wx-server-sdk 4.0.2, src/protobuf/openapi.js
 */
const root = protobuf.Root.fromJSON({
  nested: {
    KeyValuePair: {
      fields: {
        key: { type: 'string', id: 1 },
        value: { type: 'bytes', id: 2 },
        contenttype: { type: 'string', id: 3 },
        filename: { type: 'string', id: 4 },
      },
    },
    OpenApiData: { fields: { pairs: { rule: 'repeated', type: 'KeyValuePair', id: 1 } } },
    CommApiData: {
      fields: {
        apiType: { type: 'int32', id: 1 },
        openapiData: { type: 'OpenApiData', id: 2 },
        appid: { type: 'string', id: 6 },
      },
    },
    HttpHeader: { fields: { key: { type: 'string', id: 1 }, value: { type: 'string', id: 2 } } },
    CommOpenApiResp: {
      fields: {
        respData: { type: 'bytes', id: 1 },
        contentType: { type: 'string', id: 2 },
        errorCode: { type: 'int32', id: 3 },
        httpCode: { type: 'uint32', id: 4 },
        headers: { rule: 'repeated', type: 'HttpHeader', id: 5 },
        svrkitErrorCode: { type: 'int32', id: 6 },
      },
    },
  },
});

const request = root.lookupType('CommApiData');
const response = root.lookupType('CommOpenApiResp');

interface Pair {
  key: string;
  value: Uint8Array;
  filename?: string;
}

export interface OpenApiResponse {
  errorCode: number;
  contentType: string;
  respData: Buffer;
}

/** @throws when the bytes are no such message */
export function decodePairs(bytes: Buffer): Pair[] {
  const message = request.decode(bytes) as unknown as { openapiData?: { pairs?: Pair[] } | null };
  return message.openapiData?.pairs ?? [];
}

export function encodeResponse(answer: OpenApiResponse): Buffer {
  const message = response.create({ ...answer, httpCode: 200, headers: [], svrkitErrorCode: 0 });
  return Buffer.from(response.encode(message).finish());
}
