import type { NetworkState, ScanOutcome, SimulatorControl } from '../simulator-contract';
import type { DeviceStore } from './devices/device-store';
import { type Scanner, scanAnswer } from './dialogs/scanner';
import type { Endpoint } from './endpoint';
import { forgetPerson } from './people';
import type { Session } from './session';
import { TrackPlayer } from './tracks/track-player';

export interface ControlParts {
  session: Session;
  devices: DeviceStore;
  endpoint: Endpoint;
  scanner: Scanner;
}

/** `window.simulator`, which the panel's buttons use as well. */
export function makeControl({ session, devices, endpoint, scanner }: ControlParts): SimulatorControl {
  return {
    get ready() {
      return session.ready;
    },
    person: personControl(session),
    clock: {
      nowMs: () => endpoint.nowMs(),
      advance: byMs => endpoint.walk(byMs),
      nextTimer: () => endpoint.nextTimer(),
    },
    network: {
      get state(): NetworkState {
        return devices.networkState;
      },
      change: state => devices.changeNetwork(state),
    },
    device: {
      get state() {
        return devices.current();
      },
      change: part => devices.change(part),
    },
    track: new TrackPlayer(devices, endpoint),
    calls: { app: () => [...session.notes.value], cloud: (limit = 30) => endpoint.calls(limit) },
    operator: operatorControl(session, endpoint),
    scan: result => scan(result, session, scanner),
    problems: () => [...session.problems.value],
  };
}

function scan(result: string, { app }: Session, scanner: Scanner): ScanOutcome {
  if (scanner.show(result)) return 'given';
  const { path } = scanAnswer(result);
  if (path === '' || app === null) return 'unwanted';
  app.open(path);
  return 'opened';
}

function personControl(session: Session): SimulatorControl['person'] {
  return {
    get openid() {
      return session.person.value;
    },
    change: openid => session.open(openid, ''),
    forget: () => {
      forgetPerson(session.person.value);
      return session.open(session.person.value, '');
    },
  };
}

function operatorControl(session: Session, endpoint: Endpoint): SimulatorControl['operator'] {
  return {
    ride: async (trip = {}) => {
      const answer = await endpoint.operator('rides', { openid: session.person.value, ...trip });
      // The operator walks the clock where the rider is still on the way.
      await endpoint.readClock();
      return answer;
    },
    bind: (bindCode, mode) => endpoint.operator('bindings', { openid: session.person.value, mode, bindCode }),
  };
}
