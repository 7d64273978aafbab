import { ask } from '../endpoint';
import { answerLine, section, segments, setting } from './section';

const answers = [
  { text: '通过', value: 'pass' },
  { text: '建议细看', value: 'review' },
  { text: '有风险', value: 'risky' },
  { text: '不答复', value: 'silent' },
] as const;

type MediaAnswer = (typeof answers)[number]['value'];

/** What the WeChat that is played here says of the next pictures. */
export function wechatSection(): HTMLElement {
  const answer = answerLine('wechat-answer', '上传的截图先由微信检查，约一秒后推送结果');
  const { element: choice, show } = segments<MediaAnswer>('media-answer', answers, value => {
    ask('/wechat', { mediaAnswer: value }).then(
      () => {
        show(value);
        answer.say('以后的图片都这样答复', true);
      },
      error => answer.say(String(error), false),
    );
  });
  show('pass');
  return section('微信的图片检查', 'wechat', setting('结果', choice), answer.element);
}
