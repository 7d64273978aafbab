import type { IncomingMessage } from 'node:http';
import { header } from './exchange';
import { HttpError } from './http-error';

/** Who a request of the mini-program is from. On the cloud WeChat vouches for it; here the simulator says it. */
export interface ClientCaller {
  openid: string;
  unionid?: string;
  clientIp: string;
}

const identity = /^[A-Za-z0-9_-]{1,64}$/;
const address = /^[0-9a-fA-F:.]{2,45}$/;

/** @throws HttpError 400: a client always has an openid */
export function callerOf(request: IncomingMessage): ClientCaller {
  const openid = header(request, 'x-wx-openid');
  const unionid = header(request, 'x-wx-unionid');
  const clientIp = header(request, 'x-wx-clientip') ?? request.socket.remoteAddress ?? '127.0.0.1';
  if (openid === undefined || !identity.test(openid))
    throw new HttpError(400, 'x-wx-openid is missing or wrong');
  if (unionid !== undefined && !identity.test(unionid)) throw new HttpError(400, 'x-wx-unionid is wrong');
  if (!address.test(clientIp)) throw new HttpError(400, 'x-wx-clientip is wrong');
  return { openid, clientIp, ...(unionid === undefined ? {} : { unionid }) };
}
