import { drawPicture, type KeptPicture } from './drawing/draw-picture';
import type { Pen } from './drawing/pen';
import { type Saving, savePicture } from './drawing/save-picture';
import { sharePicture } from './drawing/share-picture';
import { PICTURE } from './drawing/sheet';

/** What the template of the same name shows; a page with a picture has it among its data. */
export const keptPicture = () => ({
  picture: null as KeptPicture | null,
  /** It is on its way to the album, or to the window that sends it. */
  isSaving: false,
  isSharing: false,
  /** The album is closed to the program until the person opens it in WeChat's settings. */
  isDenied: false,
});

/** What a page shows of its picture; null where there is nothing to draw. */
export const viewPicture = (picture: KeptPicture | null) =>
  picture === null ? { state: 'empty' as const } : { state: 'ready' as const, picture };

interface PicturePage {
  data: ReturnType<typeof keptPicture>;
  setData(change: Partial<ReturnType<typeof keptPicture>>): void;
  createSelectorQuery(): WechatMiniprogram.SelectorQuery;
}

const outcomes: Readonly<Record<Saving, string>> = {
  saved: '已保存到相册',
  denied: '',
  cancelled: '',
  failed: '没有保存成功，请重试',
};

const UNSHARED = '没有打开分享，可以先保存到相册，再发给朋友';

/** Null where the page has been left meanwhile. */
const findCanvas = (page: PicturePage) =>
  new Promise<WechatMiniprogram.Canvas | null>(resolve => {
    const query = page.createSelectorQuery().select('#picture');
    query.node(found => resolve((found as { node: WechatMiniprogram.Canvas } | null)?.node ?? null)).exec();
  });

/** Draws the picture of the page's data, once its canvas is there. */
async function drawKept(page: PicturePage): Promise<void> {
  const { picture } = page.data;
  const canvas = await findCanvas(page);
  // Another picture may have been chosen while the canvas was looked for.
  if (canvas === null || picture === null || picture !== page.data.picture) return;
  canvas.width = PICTURE.width * PICTURE.pixels;
  canvas.height = PICTURE.height * PICTURE.pixels;
  drawPicture(canvas.getContext('2d') as Pen, picture);
}

/** Of a page with such a picture: draws it when it is read, and answers the template's taps. */
export const picturePage = {
  draw(this: PicturePage) {
    void drawKept(this);
  },

  async onSavePress(this: PicturePage) {
    if (this.data.isSaving) return;
    this.setData({ isSaving: true });
    const canvas = await findCanvas(this);
    const outcome = canvas === null ? 'failed' : await savePicture(canvas);
    this.setData({ isSaving: false, isDenied: outcome === 'denied' });
    if (outcomes[outcome] !== '') wx.showToast({ title: outcomes[outcome], icon: 'none' });
  },

  async onSharePress(this: PicturePage) {
    if (this.data.isSharing) return;
    this.setData({ isSharing: true });
    const canvas = await findCanvas(this);
    const outcome = canvas === null ? 'failed' : await sharePicture(canvas);
    this.setData({ isSharing: false });
    if (outcome === 'failed') wx.showToast({ title: UNSHARED, icon: 'none' });
  },

  /** Back from WeChat's settings: what was allowed there is tried by the next tap. */
  onSettingsPress(this: PicturePage) {
    wx.openSetting({
      success: ({ authSetting }) =>
        this.setData({ isDenied: authSetting['scope.writePhotosAlbum'] === false }),
    });
  },
};
