/** `denied`: the person has not allowed to save pictures, and only WeChat's settings change that. */
export type Saving = 'saved' | 'denied' | 'cancelled' | 'failed';

/** What WeChat says where saving was not allowed, now or before; the words differ between its versions. */
const DENIED = /auth|permission|system deny/i;
/** The person closed a window, that of the privacy guideline included: nothing went wrong. */
const CANCELLED = /cancel|privacy/i;

function outcomeOf(error: unknown): Saving {
  const { errMsg = '' } = error as { errMsg?: string };
  if (CANCELLED.test(errMsg)) return 'cancelled';
  return DENIED.test(errMsg) ? 'denied' : 'failed';
}

/**
 * Puts the picture on a canvas into the phone's album. Only from a tap: WeChat asks for the permission the first time.
 * Source: developers.weixin.qq.com/miniprogram/dev/api/media/image/wx.saveImageToPhotosAlbum.html
 */
export async function savePicture(canvas: WechatMiniprogram.Canvas): Promise<Saving> {
  try {
    const { tempFilePath } = await wx.canvasToTempFilePath({ canvas, fileType: 'png' });
    await wx.saveImageToPhotosAlbum({ filePath: tempFilePath });
    return 'saved';
  } catch (error) {
    return outcomeOf(error);
  }
}
