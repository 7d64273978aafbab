import { isObject, textOf } from '../calling/options';
import { WxFailure } from '../calling/wx-failure';
import { toldUnder } from '../device/tell-wechat';
import type { WxHost, WxOptions } from '../wx-host';
import type { CloudSession } from './cloud-session';

/** What `wx.cloud.CloudID` makes; WeChat puts the data in its place on the way to the function. */
export class CloudId {
  constructor(readonly id: string) {}
}

/** Source: developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/functions/Cloud.callFunction.html */
const INVALID_PARAMETER = -401002;

export async function callFunction(host: WxHost, session: CloudSession, options: WxOptions): Promise<object> {
  const name = textOf(options, 'name');
  const data = options.data ?? {};
  if (!isObject(data)) throw new WxFailure('data should be object', { errCode: INVALID_PARAMETER });
  const { result } = await session.send(noteOf(name, data), `/call/${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(opened(host, data)),
  });
  return { result, requestID: requestId() };
}

const requestId = (): string => Math.random().toString(16).slice(2).padEnd(16, '0');

/** For the panel: which procedure it was says more than that it was the function api. */
const noteOf = (name: string, { procedure }: Record<string, unknown>): string =>
  typeof procedure === 'string' ? `${name} ${procedure}` : name;

/** Only fields at the top are opened, as in the cloud. */
function opened(host: WxHost, data: Record<string, unknown>): Record<string, unknown> {
  const fields = Object.entries(data).map(([key, value]) => [
    key,
    value instanceof CloudId ? { cloudID: value.id, data: dataOf(host, value.id) } : value,
  ]);
  return Object.fromEntries(fields);
}

const dataOf = (host: WxHost, id: string): object =>
  toldUnder(host, id) ?? { phoneNumber: '13800000000', purePhoneNumber: '13800000000', countryCode: '86' };
