import type { ScanOutcome, SimulatorControl } from '../../simulator-contract';
import { element } from '../element';
import type { Session } from '../session';
import { answerLine, section } from './section';

const outcomes: Record<ScanOutcome, string> = {
  given: '手机扫到了这个码',
  opened: '手机打开了这个码的页面',
  unwanted: '手机上没有页面在等这个码：先在小程序里点“扫一扫”，或给一个 pages/… 的小程序码',
};

/** What the phone's camera sees next. */
export function scanSection(control: SimulatorControl, session: Session): HTMLElement {
  const answer = answerLine('scan-answer', '小程序码随时打开它的页面，别的码要小程序正在扫');
  const input = element('input', {
    placeholder: '码的内容，或 pages/…?scene=…',
    required: true,
    'aria-label': '码的内容',
    'data-test': 'scan-result',
  });
  const form = element(
    'form',
    {
      class: 'row',
      onsubmit: event => {
        event.preventDefault();
        const outcome = control.scan(input.value.trim());
        answer.say(outcomes[outcome], outcome !== 'unwanted');
      },
    },
    input,
    element('button', { class: 'action', 'data-test': 'scan-send' }, '扫这个码'),
  );
  session.onOtherPerson(() => {
    input.value = '';
    answer.clear();
  });
  return section('扫一扫', 'scan', form, answer.element);
}
