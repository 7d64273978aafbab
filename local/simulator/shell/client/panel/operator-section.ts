import type { OperatorAnswer, SimulatorControl } from '../../simulator-contract';
import { element } from '../element';
import { ask } from '../endpoint';
import { actionButton, answerLine, row, section } from './section';

const BIND_CODE = /^[0-9A-Z]{8}$/;

/** The other end of the cards: what the transit operator's system would send. */
export function operatorSection(control: SimulatorControl): HTMLElement {
  const { element: answer, say } = answerLine('operator-answer');
  const tell = ({ text, ok }: OperatorAnswer): void => say(text, ok);
  const code = codeInput();
  const from = stationInput('ride-from', '进站');
  const to = stationInput('ride-to', '出站');
  const bind = async (): Promise<void> => tell(await control.operator.bind(code.value.trim().toUpperCase()));
  const ride = async (): Promise<void> => tell(await control.operator.ride(tripOf(from.value, to.value)));
  const stations = element('datalist', { id: 'stations' });
  return section(
    '运营方',
    'operator',
    row(code, actionButton('operator-bind', '确认绑卡', bind, say)),
    row(from, to, actionButton('operator-ride', '发送一程', ride, say)),
    answer,
    fillOnce(stations, from, to),
  );
}

function tripOf(from: string, to: string): { from?: string; to?: string } {
  return { ...(from === '' ? {} : { from }), ...(to === '' ? {} : { to }) };
}

/** A code that was copied on the phone is put in at once. */
function codeInput(): HTMLInputElement {
  const input = element('input', {
    class: 'code',
    placeholder: '手机上的绑卡码',
    maxlength: 8,
    autocapitalize: 'characters',
    'aria-label': '绑卡码',
    'data-test': 'bind-code',
  });
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === 'simulator:clipboard' && BIND_CODE.test(newValue ?? '')) input.value = newValue ?? '';
  });
  return input;
}

const stationInput = (name: string, placeholder: string): HTMLInputElement =>
  element('input', {
    class: 'station',
    list: 'stations',
    placeholder,
    'aria-label': placeholder,
    'data-test': name,
  });

/** The names of stations are asked for when somebody wants one. */
function fillOnce(list: HTMLElement, ...inputs: HTMLElement[]): HTMLElement {
  const fill = async (): Promise<void> => {
    const { stations } = (await ask('/operator/stations')) as { stations: string[] };
    list.replaceChildren(...stations.map(station => element('option', { value: station })));
  };
  let asked = false;
  for (const input of inputs)
    input.addEventListener('focus', () => {
      if (!asked) void fill();
      asked = true;
    });
  return list;
}
