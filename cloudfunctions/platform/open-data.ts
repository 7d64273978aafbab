import cloud from 'wx-server-sdk';

/** What WeChat says of a cloudID: the data behind it, or why they stay closed. */
export type OpenedData =
  | { isOpen: true; data: unknown }
  | { isOpen: false; problem: { number: number; reason: string } };

/** The numbers by which WeChat refuses an id. Source: wx-server-sdk 4.0.2, src/config/error.config.ts */
const refusals: Readonly<Record<number, string>> = {
  [-601005]: '微信不认识这份数据',
  [-601006]: '这份数据已经过期，请重试',
  [-601007]: '这份数据是别人的',
};

interface Item {
  cloudID?: unknown;
  data?: unknown;
  errCode?: unknown;
}

interface OpenDataSdk {
  getOpenData(options: { list: string[] }): Promise<{ list: Item[] }>;
}

const refused = (number: unknown): OpenedData => ({
  isOpen: false,
  problem: { number: Number(number), reason: refusals[Number(number)] ?? '微信没有给出数据' },
});

/**
 * Has WeChat open a cloudID of the person who calls. The phone sends the id only: an object in its place would be the
 * phone's word, because a function cannot tell what WeChat has put into an event from what a client has.
 * Source: developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/open/Cloud.getOpenData.html
 */
export async function openData(cloudId: string): Promise<OpenedData> {
  try {
    const { list } = await (cloud as unknown as OpenDataSdk).getOpenData({ list: [cloudId] });
    const item = list[0];
    if (item?.cloudID !== cloudId || item.data === undefined) return refused(item?.errCode);
    return { isOpen: true, data: item.data };
  } catch (error) {
    const { errCode } = error as { errCode?: unknown };
    if (typeof errCode === 'number' && refusals[errCode] !== undefined) return refused(errCode);
    throw error;
  }
}
