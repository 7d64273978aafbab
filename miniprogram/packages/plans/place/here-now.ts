import type { Place } from '../services/plans';

/** What stands for a point that the rider has not named. */
const HERE = '我的位置';

/** WeChat's words where the rider, or the phone's own settings, do not allow it. */
const DENIED = /auth|deny|permission/i;

/**
 * Where the phone is, asked for once and only from a tap; it is not kept unless the rider saves it.
 * Source: developers.weixin.qq.com/miniprogram/dev/api/location/wx.getLocation.html
 */
export async function hereNow(): Promise<{ place: Place } | { problem: string }> {
  try {
    const { longitude, latitude } = await wx.getLocation({ type: 'wgs84' });
    return { place: { name: HERE, longitude, latitude } };
  } catch (error) {
    const { errMsg = '' } = error as { errMsg?: string };
    if (/cancel|privacy/i.test(errMsg)) return { problem: '没有取得位置，可以直接写车站名' };
    if (DENIED.test(errMsg))
      return { problem: '没有允许使用位置。可以在右上角菜单的设置里打开，或直接写车站名' };
    return { problem: '暂时取不到位置，请到开阔处再试，或直接写车站名' };
  }
}
