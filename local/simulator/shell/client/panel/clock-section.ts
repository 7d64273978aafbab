import { dayText, secondText } from '../beijing-time';
import { element } from '../element';
import type { Endpoint } from '../endpoint';
import { actionButton, answerLine, row, section } from './section';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The endpoint's clock, which only goes forward. */
export function clockSection(endpoint: Endpoint): HTMLElement {
  const day = element('span', { class: 'clock-day' });
  const time = element('strong', { class: 'clock-time', 'data-test': 'clock-time' });
  const { element: answer, say } = answerLine('clock-answer', '只往前走；+1 天是跳过去，再跑一次定时任务');
  const show = (): void => {
    const nowMs = endpoint.nowMs();
    day.textContent = dayText(nowMs);
    time.textContent = secondText(nowMs);
  };
  const move = (work: () => Promise<number>, done: string) => async () => {
    say('正在走……', true);
    await work();
    show();
    say(done, true);
  };
  setInterval(show, 1000);
  show();
  const buttons = [
    actionButton(
      'clock-hour',
      '+1 小时',
      move(() => endpoint.walk(HOUR_MS), '走了一小时，途中的定时任务都跑了'),
      say,
    ),
    actionButton(
      'clock-day',
      '+1 天',
      move(() => jumpADay(endpoint), '跳了一天，并跑了一次定时任务'),
      say,
    ),
    actionButton(
      'clock-timer',
      '下一个定时',
      move(() => endpoint.nextTimer(), '定时任务跑完了'),
      say,
    ),
  ];
  const clock = element('div', { class: 'clock' }, time, day);
  return section('时间', 'clock', clock, row(...buttons), answer);
}

/** A day has 288 runs of a timer, for which nobody wants to wait; jobs make up in one run for what they have missed. */
async function jumpADay(endpoint: Endpoint): Promise<number> {
  await endpoint.jumpTo((await endpoint.readClock()) + DAY_MS);
  return endpoint.nextTimer();
}
