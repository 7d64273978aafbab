import { livePage } from '../../../services/live-page';
import { currentTheme } from '../../../services/settings';
import { dataSources } from '../../../views/data-sources';
import { POLICY_VERSION } from '../../../views/privacy-policy';
import { routes } from '../../../views/routes';

/** WeChat gives a number to published versions only. */
const versionText = (): string => wx.getAccountInfoSync().miniProgram.version || '开发版';

livePage({
  data: {
    theme: currentTheme(),
    /** Display. */
    dataSources,
    policyVersion: POLICY_VERSION,
    openLedgerUrl: routes.openLedger,
    staffUrl: routes.staff,
    version: '',
  },

  onShow() {
    this.setData({ version: versionText() });
  },
});
