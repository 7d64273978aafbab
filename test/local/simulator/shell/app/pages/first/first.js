/** One row a call; what came of the last one is shown as JSON. */
const calls = {
  modal: () => wx.showModal({ title: '删除这张卡？', content: '之后的行程不再入账', confirmText: '删除' }),
  sheet: () => wx.showActionSheet({ itemList: ['看详情', '投诉'] }),
  location: () => wx.getLocation({ type: 'gcj02' }),
  subscribe: () => wx.requestSubscribeMessage({ tmplIds: ['template-a', 'template-b'] }),
  scan: () => wx.scanCode({}),
  missing: () => wx.startBeaconDiscovery({ uuids: [] }),
  keep: () => wx.setStorage({ key: 'kept', data: 'mine' }),
  badge: () => wx.setTabBarBadge({ index: 1, text: '3' }),
  copy: () => wx.setClipboardData({ data: 'K7PM2QXA' }),
  sign: () =>
    wx.cloud.callFunction({
      name: 'api',
      data: { procedure: 'riders.signIn', requestId: `sign-in-${Date.now()}`, input: {} },
    }),
};

Page({
  data: { names: Object.keys(calls), result: '', theme: '', kept: '' },
  onLoad() {
    this.setData({ theme: wx.getAppBaseInfo().theme, kept: wx.getStorageSync('kept') || 'nothing' });
    wx.onThemeChange(({ theme }) => this.setData({ theme }));
  },
  onTap({ currentTarget }) {
    this.setData({ result: '' });
    const show = answer => this.setData({ result: JSON.stringify(answer) });
    calls[currentTarget.dataset.name]().then(show, show);
  },
});
