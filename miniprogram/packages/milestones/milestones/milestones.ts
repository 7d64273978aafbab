import { livePage } from '../../../services/live-page';
import { readMilestones } from '../../../services/milestones';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { viewFailure } from '../../../views/failure';
import { routes } from '../../../views/routes';
import { storedNote } from '../../../views/stored-copy';
import { type MilestonesView, viewMilestones } from '../views/milestones';

livePage({
  data: {
    /** Display. */
    theme: currentTheme(),
    state: 'loading' as 'loading' | 'failed' | 'ready',
    failure: { text: '', code: '' },
    stored: '',
    /** Server. */
    line: null as MilestonesView | null,
    /** State: the station whose source is shown; empty without one. */
    open: '',
  },

  onLoad() {
    void this.load();
  },

  onReconnect() {
    if (this.data.state === 'failed' || this.data.stored !== '') void this.load();
  },

  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  async load() {
    try {
      const copy = await readMilestones();
      const line = viewMilestones(copy.data);
      this.setData({ state: 'ready', line, stored: storedNote(copy, Date.now()) });
    } catch (error) {
      this.setData({ state: 'failed', failure: viewFailure(serviceErrorOf(error)) });
    }
  },

  onStationTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const key = currentTarget.dataset.key as string;
    this.setData({ open: this.data.open === key ? '' : key });
  },

  onPicturePress() {
    wx.navigateTo({ url: routes.milestonePicture('') });
  },

  onStationPicture({ currentTarget }: WechatMiniprogram.TouchEvent) {
    wx.navigateTo({ url: routes.milestonePicture(currentTarget.dataset.key as string) });
  },

  onEmptyAct() {
    wx.switchTab({ url: routes.trips });
  },
});
