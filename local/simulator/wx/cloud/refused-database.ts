import { makeCall } from '../calling/make-call';
import { WxFailure } from '../calling/wx-failure';
import type { WxHost } from '../wx-host';

const PERMISSION_DENIED = -502003;
const endings = ['get', 'add', 'update', 'set', 'remove', 'count', 'watch'];

/**
 * `wx.cloud.database()`: in production the rules of every collection let functions in and nobody else, so here each
 * query can be written and none is answered.
 */
export function refusedDatabase({ shell }: WxHost): object {
  const refuse = (ending: string) =>
    makeCall(`document.${ending}`, () => {
      shell.report({
        kind: 'wx',
        name: 'wx.cloud.database',
        message: '小程序端不能直接读写数据库，请调用云函数',
      });
      throw new WxFailure(`${PERMISSION_DENIED} database permission denied`, { errCode: PERMISSION_DENIED });
    });
  const calls = new Map(endings.map(ending => [ending, refuse(ending)]));
  // Whatever else is called or read goes on with the same query.
  const query: object = new Proxy(() => undefined, {
    // Without a `then` that is missing, a query would be taken for a promise that never ends.
    get: (_, name) => (name === 'then' ? undefined : (calls.get(String(name)) ?? query)),
    apply: () => query,
  });
  return query;
}
