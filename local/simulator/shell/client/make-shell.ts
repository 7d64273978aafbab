import type { SimulatorShell } from '../shell-contract';
import type { DeviceStore } from './devices/device-store';
import { phoneDialogs } from './dialogs/phone-dialogs';
import type { Scanner } from './dialogs/scanner';
import type { Endpoint } from './endpoint';
import type { Phone } from './phone/phone';
import type { Session } from './session';

export interface ShellParts {
  phone: Phone;
  session: Session;
  devices: DeviceStore;
  endpoint: Endpoint;
}

/** What the app frame finds on its parent's window. */
export function makeShell({ phone, session, devices, endpoint }: ShellParts): {
  shell: SimulatorShell;
  scanner: Scanner;
} {
  const { dialogs, scanner } = phoneDialogs(
    phone.overlay,
    () => devices.current(),
    () => endpoint.templateTitles(),
  );
  const shell: SimulatorShell = {
    get openid() {
      return session.person.value;
    },
    get sizes() {
      return phone.sizes;
    },
    nowMs: () => endpoint.nowMs(),
    attach: app => session.attach(app),
    ready: () => session.markReady(),
    navigation: {
      set: state => {
        phone.navigation.set(state);
        // The frame changes its hash with the page, before or after it says so.
        setTimeout(() => session.mirrorAddress());
      },
    },
    tabBar: phone.tabs,
    dialogs,
    panel: { devices },
    calls: { push: note => session.note({ ...note }) },
    report: problem => session.report({ ...problem }),
  };
  return { shell, scanner };
}
