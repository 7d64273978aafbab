import type { WxHost } from '../wx-host';

/** Which program this is and how it was opened. */
export function accountCalls(host: WxHost): Record<string, unknown> {
  return {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getAccountInfoSync: () => ({
      miniProgram: { appId: host.appId, envVersion: 'develop', version: '' },
    }),
    getLaunchOptionsSync: () => host.launchOptions(),
    getEnterOptionsSync: () => host.enterOptions(),
    getExtConfigSync: () => ({}),
    getApiCategory: () => ({ apiCategory: 'default' }),
  };
}
