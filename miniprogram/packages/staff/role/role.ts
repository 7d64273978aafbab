import { livePage } from '../../../services/live-page';
import { currentTheme } from '../../../services/settings';

livePage({
  data: {
    theme: currentTheme(),
    /** Parameter: empty for a new role; null until it is known. */
    roleId: null as string | null,
  },

  onLoad({ roleId = '' }: Record<string, string | undefined>) {
    this.setData({ roleId });
  },
});
