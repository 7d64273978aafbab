import type { OperatorAnswer, SimulatorControl } from '../../simulator-contract';
import { element } from '../element';
import type { Session } from '../session';
import { bindCodeInput } from './bind-code-input';
import { modeChooser } from './mode-chooser';
import { actionButton, answerLine, row, section } from './section';

/** The other end of the cards: what the operators' systems would send, of the metro and of every other mode. */
export function operatorSection(control: SimulatorControl, session: Session): HTMLElement {
  const answer = answerLine('operator-answer', '地点空着就随便一程：从上一程的终点出发，刚刚结束');
  const code = bindCodeInput(session);
  const inputs = { from: placeInput('ride-from', '起点'), to: placeInput('ride-to', '终点') };
  const chooser = modeChooser(inputs);
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
    else if (await tell(() => control.operator.bind(code.code(), chooser.wished().mode))) code.use();
  };
  const ride = (): Promise<boolean> => tell(() => control.operator.ride(chooser.wished()));
  session.onOtherPerson(() => {
    chooser.clear();
    answer.clear();
  });
  return section(
    '运营方',
    'operator',
    chooser.element,
    row(code.element, actionButton('operator-bind', '确认绑卡', bind, answer.say)),
    row(inputs.from, inputs.to, actionButton('operator-ride', '发送一程', ride, answer.say)),
    answer.element,
  );
}

const placeInput = (name: string, label: string): HTMLInputElement =>
  element('input', {
    class: 'station',
    list: 'places',
    placeholder: `${label}：随便`,
    'aria-label': label,
    'data-test': name,
  });
