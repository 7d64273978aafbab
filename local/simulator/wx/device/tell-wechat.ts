import { isObject } from '../calling/options';
import type { WxHost } from '../wx-host';

/** Under this the data stand where the simulator was started without a cloud. */
const WITHOUT_CLOUD = 'simulator-open-data';

/** What this phone has told, by the id under which it was sealed. */
const told = new WeakMap<WxHost, Map<string, object>>();

/**
 * What WeChat on the phone does before it answers with a cloudID: its server learns the data and seals them. The program
 * never sees this call, so it is not in the panel's list either.
 */
export async function tellWeChat(host: WxHost, data: object): Promise<string> {
  const id = host.cloudUrl === null ? WITHOUT_CLOUD : await seal(host, data);
  const known = told.get(host) ?? new Map<string, object>();
  told.set(host, known.set(id, { ...data, watermark: { appid: host.appId, timestamp: 0 } }));
  return id;
}

/** What stands behind the id on the way to a function. */
export const toldUnder = (host: WxHost, id: string): object | undefined => told.get(host)?.get(id);

async function seal({ cloudUrl, shell, window }: WxHost, data: object): Promise<string> {
  const response = await window.fetch(`${cloudUrl}/open-data`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wx-openid': shell.openid },
    body: JSON.stringify({ data }),
  });
  const answer: unknown = await response.json();
  if (isObject(answer) && typeof answer.cloudID === 'string') return answer.cloudID;
  throw new Error('the endpoint sealed nothing');
}
