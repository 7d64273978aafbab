import { makeCalls } from '../calling/make-call';
import { textOf } from '../calling/options';
import type { WxHost } from '../wx-host';
import type { Privacy } from './privacy';
import type { Scopes } from './scopes';

/** Scopes and the privacy guideline. */
export function permissionCalls(host: WxHost, privacy: Privacy, scopes: Scopes): Record<string, unknown> {
  return {
    onNeedPrivacyAuthorization: (listener: unknown) => privacy.listen(listener),
    ...makeCalls({
      getSetting: () => ({
        authSetting: scopes.asked(),
        subscriptionsSetting: {
          mainSwitch: host.shell.panel.devices.current().subscriptionsOn,
          itemSettings: {},
        },
      }),
      authorize: async options => {
        const scope = textOf(options, 'scope');
        await privacy.require(`authorize ${scope}`);
        await scopes.require(scope);
      },
      openSetting: async () => ({ authSetting: await scopes.openSettings() }),
      getPrivacySetting: () => ({
        needAuthorization: privacy.needsAuthorization,
        privacyContractName: privacy.contractName,
      }),
      requirePrivacyAuthorize: () => privacy.require('requirePrivacyAuthorize'),
      openPrivacyContract: () => host.shell.dialogs.openPrivacyContract(privacy.contractName),
    }),
  };
}
