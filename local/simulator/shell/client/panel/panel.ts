import type { ShellSettings } from '../../shell-settings';
import type { SimulatorControl } from '../../simulator-contract';
import type { DeviceStore } from '../devices/device-store';
import { element } from '../element';
import type { Endpoint } from '../endpoint';
import type { Screen } from '../phone/phone-sizes';
import type { ServiceNotices } from '../service-notices';
import type { Session } from '../session';
import { callsSection } from './calls-section';
import { clockSection } from './clock-section';
import { codeSection } from './code-section';
import { displaySection, networkSection, sensorsSection } from './device-sections';
import { messagesSection } from './messages-section';
import { operatorSection } from './operator-section';
import { peopleSection } from './people-section';
import { scanSection } from './scan-section';
import { stationsSection } from './stations-section';
import { tamperSection } from './tamper-section';
import { trackSection } from './track-section';
import { wechatSection } from './wechat-section';

export interface PanelParts {
  settings: ShellSettings;
  session: Session;
  devices: DeviceStore;
  endpoint: Endpoint;
  control: SimulatorControl;
  notices: ServiceNotices;
  resize: (screen: Screen) => void;
}

/** The tool beside the phone: who does what, then the phone itself, and the calls, which scroll by themselves. */
export function makePanel(parts: PanelParts): HTMLElement {
  const { settings, session, devices, endpoint, control, notices, resize } = parts;
  const controls = element(
    'div',
    { class: 'controls' },
    element('h1', {}, settings.title, element('small', { class: 'controls-kind' }, '模拟器')),
    peopleSection(settings, session),
    settings.hasOperator ? codeSection(session) : null,
    settings.hasCloud ? clockSection(endpoint) : null,
    settings.hasOperator ? operatorSection(control, session) : null,
    settings.hasOperator ? tamperSection(session) : null,
    scanSection(control, session),
    settings.hasOperator ? stationsSection(control, devices, session) : null,
    settings.hasCloud ? wechatSection() : null,
    settings.hasCloud ? messagesSection(notices) : null,
  );
  const phone = element(
    'div',
    { class: 'controls' },
    networkSection(devices),
    displaySection(devices, session, settings.storageSwitches, resize),
    sensorsSection(devices, control),
    settings.hasCloud ? trackSection(control) : null,
  );
  const beside = element('div', { class: 'beside' }, phone, watch(parts));
  return element('aside', { class: 'panel', 'data-test': 'panel' }, controls, beside);
}

function watch({ endpoint, session, settings }: PanelParts): HTMLElement | null {
  return settings.hasCloud ? element('div', { class: 'watch' }, callsSection(endpoint, session)) : null;
}
