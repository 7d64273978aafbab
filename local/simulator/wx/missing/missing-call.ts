import { makeCall } from '../calling/make-call';
import { WxFailure } from '../calling/wx-failure';
import type { WxHost } from '../wx-host';

/**
 * Stands in for a call that WeChat has and the simulator lacks: it is named on the screen and in the console, and the
 * page goes on. Calls with callbacks fail; those that return something return what takes any further use.
 */
export function missingCall({ shell }: WxHost, name: string): unknown {
  const report = (): void =>
    shell.report({ kind: 'wx', name: `wx.${name}`, message: '模拟器还没有这个接口' });
  const fail = makeCall(name, () => {
    throw new WxFailure('the simulator does not have this call');
  });
  return (...values: unknown[]) => {
    report();
    if (/^(?:on|off)[A-Z]/.test(name)) return undefined;
    if (/^(?:create|get\w+(?:Sync|Manager)$)/.test(name)) return inert();
    return fail(values[0]);
  };
}

/** Can be read, called and made anew without end; as text it is empty. */
function inert(): object {
  const anything: object = new Proxy(class {}, {
    get: (_, name) => {
      if (name === Symbol.toPrimitive) return () => '';
      return name === 'then' ? undefined : anything;
    },
    apply: () => anything,
    construct: () => anything,
  });
  return anything;
}
