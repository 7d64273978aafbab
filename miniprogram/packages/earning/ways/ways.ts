import { livePage } from '../../../services/live-page';
import { currentTheme } from '../../../services/settings';
import { routes } from '../../../views/routes';
import { groupWays } from '../../../views/ways';

livePage({
  data: {
    theme: currentTheme(),
    /** Display: all of the page stands in the package, so that it needs no answer. */
    groups: groupWays(),
    methodologyUrl: routes.methodology,
  },
});
