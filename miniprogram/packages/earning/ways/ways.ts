import { livePage } from '../../../services/live-page';
import { methodology } from '../../../services/rides';
import { currentTheme } from '../../../services/settings';
import { routes } from '../../../views/routes';
import { viewWays } from '../../../views/ways';

livePage({
  data: {
    theme: currentTheme(),
    /** Display: stands in the package, so that it needs no answer; who signs and what plans pay come with one. */
    groups: viewWays(null),
    /** State: whether it is known who signs, or that nobody can be asked. */
    isSettled: false,
    methodologyUrl: routes.methodology,
  },

  onLoad() {
    this.refresh();
  },

  onReconnect() {
    this.refresh();
  },

  /** Without an answer the list stays as it is: every way can be begun all the same. */
  async refresh() {
    const read = await methodology().catch(() => null);
    this.setData({ isSettled: true, ...(read === null ? {} : { groups: viewWays(read.data) }) });
  },
});
