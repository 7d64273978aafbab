import type { DeviceState } from '../../shell/shell-contract';
import { themeFor } from '../page/theme-values';
import type { Runtime, StartParts } from './runtime';

/** Follows what the side panel sets: the theme, and the window's size. */
export function followDevices({ bundle, shell }: StartParts, runtime: Runtime): void {
  const { styles, bars, tabBar, app, stack } = runtime;
  const show = ({ theme }: DeviceState): void => {
    styles.setTheme(themeFor(bundle, theme));
    bars.setTheme(themeFor(bundle, theme));
    tabBar.define(theme);
    stack.showBars();
  };
  show(shell.panel.devices.current());
  shell.panel.devices.observe((state, before) => {
    if (state.theme === before.theme) return;
    show(state);
    if (bundle.config.darkmode === true) app.call('onThemeChange', { theme: state.theme });
  });
  window.addEventListener('resize', () => {
    const size = { windowWidth: innerWidth, windowHeight: innerHeight };
    const resized = { size, deviceOrientation: innerWidth > innerHeight ? 'landscape' : 'portrait' };
    stack.top?.call('onResize', resized);
    stack.top?.component.triggerPageLifetime('resize', [resized]);
  });
}
