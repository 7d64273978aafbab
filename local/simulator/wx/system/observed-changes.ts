import type { DeviceState } from '../../shell/shell-contract';
import { Listeners } from '../calling/listeners';
import type { WxHost } from '../wx-host';

/** `on…` calls that follow the side panel and the window. */
export function observedChanges(host: WxHost): Record<string, unknown> {
  const theme = new Listeners<{ theme: string }>();
  const network = new Listeners<{ isConnected: boolean; networkType: string }>();
  const resize = new Listeners<{ size: { windowWidth: number; windowHeight: number } }>();
  host.shell.panel.devices.observe((state, before) => {
    if (state.theme !== before.theme) theme.tell({ theme: state.theme });
    if (state.network !== before.network) network.tell(networkEvent(state));
  });
  host.window.addEventListener('resize', () => {
    const { innerWidth: windowWidth, innerHeight: windowHeight } = host.window;
    resize.tell({ size: { windowWidth, windowHeight } });
  });
  return {
    onThemeChange: theme.on,
    offThemeChange: theme.off,
    onNetworkStatusChange: network.on,
    offNetworkStatusChange: network.off,
    onWindowResize: resize.on,
    offWindowResize: resize.off,
  };
}

const networkEvent = ({ network }: DeviceState) => ({
  isConnected: network !== 'none',
  networkType: network,
});
