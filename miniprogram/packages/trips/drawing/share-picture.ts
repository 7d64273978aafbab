/** Nobody learns whether something was shared: WeChat has not told since 2018. */
export type Sharing = 'opened' | 'failed';

/** The person closed the window. */
const CANCELLED = /cancel/i;

/**
 * Opens WeChat's window that sends a picture to friends or keeps it. Only from a tap.
 * Source: developers.weixin.qq.com/miniprogram/dev/api/share/wx.showShareImageMenu.html
 */
export async function sharePicture(canvas: WechatMiniprogram.Canvas): Promise<Sharing> {
  try {
    const { tempFilePath } = await wx.canvasToTempFilePath({ canvas, fileType: 'png' });
    await wx.showShareImageMenu({ path: tempFilePath });
    return 'opened';
  } catch (error) {
    const { errMsg = '' } = error as { errMsg?: string };
    return CANCELLED.test(errMsg) ? 'opened' : 'failed';
  }
}
