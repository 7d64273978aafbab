import { livePage } from '../../../services/live-page';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { handOver, TextFile } from '../../../services/text-file';
import { listStations, readAllPosters, type StationRow } from '../services/stations';
import { viewStaffFailure } from '../views/staff-failure';
import { staffRoutes } from '../views/staff-routes';
import { findStations, type StationView } from '../views/station-list';

livePage({
  data: {
    theme: currentTheme(),
    state: 'loading' as 'loading' | 'failed' | 'ready',
    failure: { text: '', code: '' },
    isRetrying: false,
    /** Form. */
    words: '',
    /** Server: what was found of the stations. */
    shown: [] as StationView[],
    more: '',
    /** State. */
    isExporting: false,
    exported: '',
  },

  all: [] as StationRow[],
  file: null as TextFile | null,

  onLoad() {
    void this.load();
  },

  onUnload() {
    this.file?.remove();
  },

  onReconnect() {
    if (this.data.state === 'failed') this.onRetry();
  },

  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  async load() {
    try {
      this.all = await listStations();
      this.setData({ state: 'ready', isRetrying: false, ...findStations(this.all, this.data.words) });
    } catch (error) {
      if (this.data.state === 'ready') return;
      const failure = viewStaffFailure(serviceErrorOf(error), Date.now());
      this.setData({ state: 'failed', failure, isRetrying: false });
    }
  },

  onRetry() {
    this.setData({ isRetrying: true });
    void this.load();
  },

  onWords({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ words: detail.value, ...findStations(this.all, detail.value) });
  },

  onStationTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
    wx.navigateTo({ url: staffRoutes.station(currentTarget.dataset.station as string) });
  },

  /** Two taps: a file can only be handed over from a tap, and making it takes longer than a tap lasts. */
  async onExportPress() {
    if (this.data.isExporting) return;
    this.setData({ isExporting: true, exported: '' });
    try {
      const posters = await readAllPosters();
      this.file = await TextFile.begin('station-posters.json');
      await this.file.append(JSON.stringify({ posters }));
      this.setData({ exported: `${posters.length} 个车站的海报文件准备好了` });
    } catch (error) {
      const { text } = viewStaffFailure(serviceErrorOf(error), Date.now());
      wx.showToast({ title: text, icon: 'none' });
    } finally {
      this.setData({ isExporting: false });
    }
  },

  async onHandOverPress() {
    if (this.file !== null) await handOver(this.file);
  },
});
