import { livePage } from '../../../services/live-page';
import { personalData } from '../../../services/personal-data';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { type FailureView, viewFailure } from '../../../views/failure';
import { type KeptView, viewKeptData } from '../../../views/kept-data';
import { storedNote } from '../../../views/stored-copy';

livePage({
  data: {
    theme: currentTheme(),
    /** Server: null until it is known. */
    kept: null as KeptView[] | null,
    storedNote: '',
    /** State: the one that is open. */
    openKind: '',
    failure: null as FailureView | null,
  },

  onShow() {
    void this.refresh();
  },

  onReconnect() {
    if (this.data.failure !== null || this.data.storedNote !== '') void this.refresh();
  },

  async onPullDownRefresh() {
    await this.refresh();
    wx.stopPullDownRefresh();
  },

  async refresh() {
    try {
      const read = await personalData();
      this.setData({
        kept: viewKeptData(read.data.kinds),
        storedNote: storedNote(read, Date.now()),
        failure: null,
      });
    } catch (error) {
      this.setData({ failure: viewFailure(serviceErrorOf(error)) });
    }
  },

  onKindTap({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { kind: string }>) {
    const { kind } = currentTarget.dataset;
    this.setData({ openKind: this.data.openKind === kind ? '' : kind });
  },
});
