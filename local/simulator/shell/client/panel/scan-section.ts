import type { SimulatorControl } from '../../simulator-contract';
import { element } from '../element';
import { section } from './section';

/** What the phone's camera sees next. */
export function scanSection(control: SimulatorControl): HTMLElement {
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
        control.scan(input.value.trim());
      },
    },
    input,
    element('button', { class: 'action', 'data-test': 'scan-send' }, '扫这个码'),
  );
  return section('扫一扫', 'scan', form);
}
