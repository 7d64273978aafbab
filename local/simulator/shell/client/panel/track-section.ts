import type { SimulatorControl } from '../../simulator-contract';
import { element } from '../element';
import { knownTracks } from '../tracks/known-tracks';
import { actionButton, answerLine, row, section } from './section';

/** Lets the phone ride, walk or drive, with the clock running along. */
export function trackSection(control: SimulatorControl): HTMLElement {
  const answer = answerLine('track-answer', '先在小程序里点开始；时间跟着走，一程十来秒');
  const chosen = element(
    'select',
    { 'aria-label': '轨迹', 'data-test': 'track-name' },
    ...knownTracks.map(({ name, text }) => element('option', { value: name }, text)),
  );
  const play = async (): Promise<void> => {
    answer.say('正在走……', true);
    const passed = await control.track.play(chosen.value);
    answer.say(`走完了，经过 ${passed} 个位置`, true);
  };
  return section(
    '轨迹',
    'track',
    row(
      chosen,
      actionButton('track-play', '走一程', play, answer.say),
      actionButton('track-stop', '停', () => control.track.stop(), answer.say),
    ),
    answer.element,
  );
}
