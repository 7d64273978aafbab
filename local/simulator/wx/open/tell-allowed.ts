import type { WxHost } from '../wx-host';

/**
 * What WeChat on the phone does when somebody allows messages: its server counts them. The program never sees this call, so
 * it is not in the panel's list either.
 */
export async function tellAllowed(
  { cloudUrl, shell, window }: WxHost,
  templateIds: readonly string[],
): Promise<void> {
  if (cloudUrl === null || templateIds.length === 0) return;
  await window.fetch(`${cloudUrl}/wechat/subscriptions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wx-openid': shell.openid },
    body: JSON.stringify({ templateIds }),
  });
}
