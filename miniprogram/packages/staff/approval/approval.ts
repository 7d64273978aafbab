import { livePage } from '../../../services/live-page';
import { currentTheme } from '../../../services/settings';

livePage({
  data: {
    theme: currentTheme(),
    /** Parameter. */
    approvalId: '',
  },

  onLoad({ approvalId = '' }: Record<string, string | undefined>) {
    this.setData({ approvalId });
  },

  async onPullDownRefresh() {
    const panel: unknown = this.selectComponent('#panel');
    await (panel as { refresh(): Promise<void> }).refresh();
    wx.stopPullDownRefresh();
  },
});
