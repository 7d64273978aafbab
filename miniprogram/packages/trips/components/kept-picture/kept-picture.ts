import { drawPicture, type KeptPicture } from './draw-picture';
import type { Pen } from './pen';
import { type Saving, savePicture } from './save-picture';
import { sharePicture } from './share-picture';
import { PICTURE } from './sheet';

const outcomes: Readonly<Record<Saving, string>> = {
  saved: '已保存到相册',
  denied: '',
  cancelled: '',
  failed: '没有保存成功，请重试',
};

const UNSHARED = '没有打开分享，可以先保存到相册，再发给朋友';

/** Null where the page has been left meanwhile. */
const findCanvas = (component: { createSelectorQuery(): WechatMiniprogram.SelectorQuery }) =>
  new Promise<WechatMiniprogram.Canvas | null>(resolve => {
    const query = component.createSelectorQuery().select('#picture');
    query.node(found => resolve((found as { node: WechatMiniprogram.Canvas } | null)?.node ?? null)).exec();
  });

/** A picture of somebody's travels, to keep in the album or to send to friends, and the same in words. */
Component({
  properties: {
    /** `KeptPicture`: see draw-picture. */
    picture: { type: Object, value: {} },
    /** What it is called by who cannot see it. */
    name: String,
    /** Where its comparisons are from. */
    source: String,
  },
  data: {
    /** It is on its way to the album, or to the window that sends it. */
    isSaving: false,
    isSharing: false,
    /** The album is closed to the program until the person opens it in WeChat's settings. */
    isDenied: false,
  },
  observers: {
    picture() {
      void this.draw();
    },
  },
  lifetimes: {
    ready() {
      void this.draw();
    },
  },
  methods: {
    async draw() {
      const picture = this.data.picture as KeptPicture;
      const canvas = await findCanvas(this);
      // Another picture may have been chosen while the canvas was looked for.
      if (canvas === null || picture !== this.data.picture) return;
      canvas.width = PICTURE.width * PICTURE.pixels;
      canvas.height = PICTURE.height * PICTURE.pixels;
      drawPicture(canvas.getContext('2d') as Pen, picture);
    },

    async onSavePress() {
      if (this.data.isSaving) return;
      this.setData({ isSaving: true });
      const canvas = await findCanvas(this);
      const outcome = canvas === null ? 'failed' : await savePicture(canvas);
      this.setData({ isSaving: false, isDenied: outcome === 'denied' });
      if (outcomes[outcome] !== '') wx.showToast({ title: outcomes[outcome], icon: 'none' });
    },

    async onSharePress() {
      if (this.data.isSharing) return;
      this.setData({ isSharing: true });
      const canvas = await findCanvas(this);
      const outcome = canvas === null ? 'failed' : await sharePicture(canvas);
      this.setData({ isSharing: false });
      if (outcome === 'failed') wx.showToast({ title: UNSHARED, icon: 'none' });
    },

    /** Back from WeChat's settings: what was allowed there is tried by the next tap. */
    onSettingsPress() {
      wx.openSetting({
        success: ({ authSetting }) =>
          this.setData({ isDenied: authSetting['scope.writePhotosAlbum'] === false }),
      });
    },
  },
});
