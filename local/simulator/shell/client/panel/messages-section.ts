import { minuteText } from '../beijing-time';
import { element } from '../element';
import type { ServiceMessage } from '../endpoint';
import type { ServiceNotices } from '../service-notices';
import { section } from './section';

const MOST_SHOWN = 3;

/** The chat of WeChat's service notices, as far as it is about this program. */
export function messagesSection(notices: ServiceNotices): HTMLElement {
  const list = element('div', { class: 'service-messages', 'data-test': 'service-messages' });
  const show = (messages: readonly ServiceMessage[]): void => {
    const shown = messages.slice(0, MOST_SHOWN).map(message => card(message, notices));
    const hint = '在小程序里允许提醒之后，消息到这里。每 5 分钟发一次，「下一个定时」马上发。';
    list.replaceChildren(...(shown.length > 0 ? shown : [element('p', { class: 'note' }, hint)]));
  };
  notices.messages.observe(show);
  show(notices.messages.value);
  return section('微信的服务通知', 'messages', list);
}

function card(message: ServiceMessage, notices: ServiceNotices): HTMLElement {
  const rows = message.rows.map(({ label, value }) =>
    element('span', { class: 'service-row' }, element('small', {}, label), value),
  );
  return element(
    'button',
    {
      type: 'button',
      class: 'service-message',
      'data-test': 'service-message',
      onclick: () => notices.open(message),
    },
    element('strong', {}, message.title, element('small', {}, ` ${minuteText(message.atMs)}`)),
    ...rows,
  );
}
