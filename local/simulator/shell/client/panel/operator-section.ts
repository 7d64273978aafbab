import type { OperatorAnswer, SimulatorControl } from '../../simulator-contract';
import { element } from '../element';
import { ask } from '../endpoint';
import type { Session } from '../session';
import { bindCodeInput } from './bind-code-input';
import { actionButton, answerLine, row, section } from './section';

/** The other end of the cards: what the transit operator's system would send. */
export function operatorSection(control: SimulatorControl, session: Session): HTMLElement {
  const answer = answerLine('operator-answer', '站名空着就随便一程：从上一程的终点出发，按这个人的习惯');
  const code = bindCodeInput(session);
  const from = stationInput('ride-from', '进站');
  const to = stationInput('ride-to', '出站');
  /** @returns whether it went well and still concerns whoever holds the phone */
  const tell = async (work: () => Promise<OperatorAnswer>): Promise<boolean> => {
    const asked = session.person.value;
    const { text, ok, code: refusal } = await work();
    if (session.person.value !== asked) return false;
    answer.say(text, ok, refusal);
    return ok;
  };
  const bind = async (): Promise<void> => {
    if (code.code() === '') answer.say('先在手机的绑卡页复制绑定码，或把它填在这里', false);
    else if (await tell(() => control.operator.bind(code.code()))) code.use();
  };
  const ride = (): Promise<boolean> => tell(() => control.operator.ride(tripOf(from.value, to.value)));
  session.onOtherPerson(() => {
    from.value = '';
    to.value = '';
    answer.clear();
  });
  const stations = element('datalist', { id: 'stations' });
  return section(
    '运营方',
    'operator',
    row(code.element, actionButton('operator-bind', '确认绑卡', bind, answer.say)),
    row(from, to, actionButton('operator-ride', '发送一程', ride, answer.say)),
    answer.element,
    fillOnce(stations, from, to),
  );
}

function tripOf(from: string, to: string): { from?: string; to?: string } {
  return { ...(from === '' ? {} : { from }), ...(to === '' ? {} : { to }) };
}

const stationInput = (name: string, label: string): HTMLInputElement =>
  element('input', {
    class: 'station',
    list: 'stations',
    placeholder: `${label}：随便`,
    'aria-label': label,
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
