import { currentTheme } from '../../../services/settings';

Page({
  data: {
    theme: currentTheme(),
    /** Parameter. */
    staffId: '',
  },

  onLoad({ staffId = '' }: Record<string, string | undefined>) {
    this.setData({ staffId });
  },

  onShow() {
    this.setData({ theme: currentTheme() });
  },
});
