import type { SimulatorControl } from '../../simulator-contract';
import type { DeviceStore } from '../devices/device-store';
import { element } from '../element';
import { ask } from '../endpoint';
import type { Session } from '../session';
import { actionButton, answerLine, row, section } from './section';

/** What somebody at a station sees. */
interface StationSight {
  longitude: number;
  latitude: number;
  poster: string;
  screen: string;
}

/** Posters and screens at stations. Being there and scanning are two things: a poster can be scanned from a photograph. */
export function stationsSection(
  control: SimulatorControl,
  devices: DeviceStore,
  session: Session,
): HTMLElement {
  const answer = answerLine('station-answer', '先到站，再在小程序里点“扫码进站”，然后扫海报');
  const input = element('input', {
    class: 'station',
    list: 'stations',
    placeholder: '车站',
    value: '布吉',
    'aria-label': '车站',
    'data-test': 'station-name',
  });
  const sight = async (): Promise<StationSight> =>
    (await ask('/stations/codes', { station: input.value.trim() })) as StationSight;
  const goThere = async (): Promise<void> => {
    const { longitude, latitude } = await sight();
    devices.change({ place: { ...devices.current().place, longitude, latitude } });
    answer.say(`手机到了${input.value}`, true);
  };
  const scan = async (what: 'poster' | 'screen'): Promise<void> => {
    const outcome = control.scan((await sight())[what]);
    if (outcome === 'given') answer.say(`扫了${input.value}的${what === 'poster' ? '海报' : '屏幕'}`, true);
    else answer.say('手机没有在扫码：先在小程序里点“扫码进站”或“扫码出站”', false);
  };
  session.onOtherPerson(() => answer.clear());
  return section(
    '车站',
    'stations',
    row(
      input,
      actionButton('station-go', '到站', goThere, answer.say),
      actionButton('station-poster', '扫海报', () => scan('poster'), answer.say),
      actionButton('station-screen', '扫屏幕', () => scan('screen'), answer.say),
    ),
    answer.element,
  );
}
