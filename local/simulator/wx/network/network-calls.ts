import { makeCalls } from '../calling/make-call';
import { textOf } from '../calling/options';
import { WxFailure } from '../calling/wx-failure';
import type { WxHost } from '../wx-host';

/**
 * The network as a mini-program without any allowed domain has it: every address is refused, because on a phone it would
 * be, and everything goes through `wx.cloud`.
 */
export function networkCalls({ shell }: WxHost): Record<string, unknown> {
  const refuse = (options: Record<string, unknown>): never => {
    const url = textOf(options, 'url');
    shell.report({ kind: 'wx', name: 'wx.request', message: `域名不在允许列表里：${url}` });
    throw new WxFailure('url not in domain list', { errno: 600002 });
  };
  return makeCalls({
    getNetworkType: () => ({
      networkType: shell.panel.devices.current().network,
      signalStrength: 4,
      hasSystemProxy: false,
    }),
    getLocalIPAddress: () => ({ localip: '127.0.0.1', netmask: '255.0.0.0' }),
    request: refuse,
    downloadFile: refuse,
    uploadFile: refuse,
    connectSocket: refuse,
  });
}
