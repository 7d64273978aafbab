import { currentTheme } from '../../../services/settings';

Page({
  data: {
    theme: currentTheme(),
    /** Parameter. */
    approvalId: '',
  },

  onLoad({ approvalId = '' }: Record<string, string | undefined>) {
    this.setData({ approvalId });
  },

  onShow() {
    this.setData({ theme: currentTheme() });
  },

  async onPullDownRefresh() {
    const panel: unknown = this.selectComponent('#panel');
    await (panel as { refresh(): Promise<void> }).refresh();
    wx.stopPullDownRefresh();
  },
});
