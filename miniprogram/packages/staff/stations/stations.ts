import { livePage } from '../../../services/live-page';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { handOver, TextFile } from '../../../services/text-file';
import { notRead, readPage } from '../read-page';
import { listStations, readAllPosters, type StationRow } from '../services/stations';
import { viewStaffFailure } from '../views/staff-failure';
import { staffRoutes } from '../views/staff-routes';
import { findStations, type StationView } from '../views/station-list';

livePage({
  data: {
    theme: currentTheme(),
    ...notRead,
    /** Form. */
    words: '',
    /** Server: what was found of the stations. */
    shown: [] as StationView[],
    more: '',
    /** State. */
    isExporting: false,
    exported: '',
  },

  ...readPage,

  all: [] as StationRow[],
  file: null as TextFile | null,

  onUnload() {
    this.file?.remove();
  },

  async read() {
    this.all = await listStations();
    this.setData(findStations(this.all, this.data.words));
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
