import { askBeforeLoss } from '../../../services/ask-before-loss';
import { livePage } from '../../../services/live-page';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { askForTrips } from '../../../services/trips-segment';
import { type FailureView, viewFailure } from '../../../views/failure';
import { routes } from '../../../views/routes';
import { drawWay, sheetOf } from '../draw-way';
import { forgetPoints, type TrackResult, trackResult } from '../services/tracks';
import { type ResultView, viewResult } from '../views/track';

livePage({
  data: {
    theme: currentTheme(),
    /** Display. */
    methodologyUrl: routes.methodology,
    /** Server: null until it is read. */
    result: null as ResultView | null,
    /** State. */
    isBusy: false,
    failure: null as FailureView | null,
  },

  trackId: '',

  onLoad({ trackId = '' }: Record<string, string | undefined>) {
    this.trackId = decodeURIComponent(trackId);
    void this.load();
  },

  onReconnect() {
    if (this.data.failure !== null) void this.load();
  },

  async load() {
    this.setData({ isBusy: true });
    try {
      const track = await trackResult(this.trackId);
      this.setData({ result: viewResult(track, Date.now()), failure: null }, () => void this.draw(track));
    } catch (error) {
      this.setData({ failure: viewFailure(serviceErrorOf(error)) });
    } finally {
      this.setData({ isBusy: false });
    }
  },

  async draw({ line }: TrackResult) {
    if (line.length < 2) return;
    const canvas = await sheetOf(this, '#way');
    const places = line.map(([latitude, longitude]) => ({
      latitude: latitude / 1e6,
      longitude: longitude / 1e6,
    }));
    if (canvas) drawWay(canvas.pen, canvas.sheet, places);
  },

  async onForgetPress() {
    const content = '路线马上删除，不能找回。里程、时间和判定会留下，积分不变。';
    const question = { title: '删除这次的位置？', content, confirmText: '删除', cancelText: '留着' };
    if (this.data.isBusy || !(await askBeforeLoss(question))) return;
    this.setData({ isBusy: true });
    try {
      await forgetPoints(this.trackId);
      await this.load();
    } catch (error) {
      wx.showToast({ title: serviceErrorOf(error).message, icon: 'none' });
    } finally {
      this.setData({ isBusy: false });
    }
  },

  onAgainPress() {
    wx.redirectTo({ url: routes.recordTrack });
  },

  onTripsPress() {
    askForTrips('own');
    wx.switchTab({ url: routes.trips });
  },
});
