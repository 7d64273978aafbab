import { livePage } from '../../../services/live-page';
import { currentTheme } from '../../../services/settings';
import { whenConfirmed } from '../confirmation';
import { failureOf } from '../failure-of';
import { notRead, readPage } from '../read-page';
import { readMe } from '../services/me';
import { readPoster, renewPoster, type StationPoster } from '../services/stations';
import { staffRoutes } from '../views/staff-routes';

const noFailure = { text: '', code: '' };
livePage({
  data: {
    theme: currentTheme(),
    ...notRead,
    /** Server. */
    poster: null as StationPoster | null,
    lines: '',
    mayShow: false,
    mayRenew: false,
    /** State. */
    isAsking: false,
    isBusy: false,
    askFailure: noFailure,
  },

  ...readPage,

  station: '',

  onLoad({ station = '' }: Record<string, string | undefined>) {
    this.station = decodeURIComponent(station);
  },

  async read() {
    const [poster, { permissions }] = await Promise.all([readPoster(this.station), readMe()]);
    this.setData({
      poster,
      lines: poster.lines.join('、'),
      mayShow: permissions.has('stations.screen'),
      mayRenew: permissions.has('stations.renew'),
    });
    wx.setNavigationBarTitle({ title: poster.station });
  },

  onScreenPress() {
    wx.navigateTo({ url: staffRoutes.stationScreen(this.station) });
  },

  onRenewPress() {
    this.setData({ isAsking: true, askFailure: noFailure });
  },

  onAskClose() {
    this.setData({ isAsking: false });
  },

  async onAskSubmit({ detail }: WechatMiniprogram.CustomEvent<{ text: string }>) {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, askFailure: noFailure });
    try {
      const { edition } = await whenConfirmed(this, () => renewPoster(this.station, detail.text));
      this.setData({ isAsking: false });
      wx.showToast({ title: `已换成第 ${edition} 版，请打印换上`, icon: 'none' });
      await this.refresh();
    } catch (error) {
      this.setData({ askFailure: failureOf(error) });
    } finally {
      this.setData({ isBusy: false });
    }
  },
});
