import type { WxHost } from '../wx-host';
import { knownCalls } from './known-calls';
import { missingCall } from './missing-call';

/**
 * Adds the calls that WeChat has and the simulator lacks. A name that WeChat does not know either stays undefined, so that
 * programs that look before they call find out.
 */
export function withMissingCalls(host: WxHost, calls: Record<string, unknown>): Record<string, unknown> {
  const stubs = new Map<string, unknown>();
  return new Proxy(calls, {
    get(target, name, receiver) {
      if (typeof name !== 'string' || name in target || !knownCalls.has(name))
        return Reflect.get(target, name, receiver);
      if (!stubs.has(name)) stubs.set(name, missingCall(host, name));
      return stubs.get(name);
    },
  });
}
