interface FreshPage {
  refresh(): Promise<void>;
}

/** Of a page of the console that shows what waits: it reads again whenever what it shows may be old. */
export const freshPage = {
  onShow(this: FreshPage): void {
    void this.refresh();
  },

  onReconnect(this: FreshPage): void {
    void this.refresh();
  },

  async onPullDownRefresh(this: FreshPage): Promise<void> {
    await this.refresh();
    wx.stopPullDownRefresh();
  },
};
