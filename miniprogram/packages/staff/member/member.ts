import { livePage } from '../../../services/live-page';
import { currentTheme } from '../../../services/settings';

livePage({
  data: {
    theme: currentTheme(),
    /** Parameter. */
    staffId: '',
  },

  onLoad({ staffId = '' }: Record<string, string | undefined>) {
    this.setData({ staffId });
  },
});
