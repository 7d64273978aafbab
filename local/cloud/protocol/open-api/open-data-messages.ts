import protobuf from 'protobufjs';

/**
 * The messages of the SDK's own call `getOpenData`, which goes the way of the open APIs but is none of them.
 * Source: wx-server-sdk 4.0.2, src/protobuf/openapi.js
 */
const root = protobuf.Root.fromJSON({
  nested: {
    SvrkitApiData: { fields: { apiName: { type: 'string', id: 1 }, reqData: { type: 'bytes', id: 2 } } },
    CommApiData: { fields: { svrkitData: { type: 'SvrkitApiData', id: 4 } } },
    ApiGetOpenDataByCloudIdReq: { fields: { cloudidList: { rule: 'repeated', type: 'string', id: 2 } } },
    OpDataItem: { fields: { cloudId: { type: 'string', id: 1 }, json: { type: 'string', id: 2 } } },
    ApiGetOpenDataByCloudIdResp: { fields: { dataList: { rule: 'repeated', type: 'OpDataItem', id: 1 } } },
  },
});

const envelope = root.lookupType('CommApiData');
const request = root.lookupType('ApiGetOpenDataByCloudIdReq');
const response = root.lookupType('ApiGetOpenDataByCloudIdResp');

/** @throws when the bytes are no such message */
export function decodeCloudIds(bytes: Buffer): string[] {
  const { svrkitData } = envelope.decode(bytes) as unknown as {
    svrkitData?: { reqData?: Uint8Array } | null;
  };
  const { cloudidList } = request.decode(svrkitData?.reqData ?? new Uint8Array()) as unknown as {
    cloudidList: string[];
  };
  return cloudidList;
}

export const encodeOpenData = (items: readonly { cloudId: string; json: string }[]): Buffer =>
  Buffer.from(response.encode(response.create({ dataList: items })).finish());
