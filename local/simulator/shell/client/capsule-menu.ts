import type { Dialogs } from '../shell-contract';
import { showLayer } from './dialogs/layer';
import { element } from './element';
import type { Phone } from './phone/phone';
import type { Session } from './session';

/** The three dots: what WeChat offers for every mini-program. */
export async function openMenu(session: Session, dialogs: Dialogs): Promise<void> {
  const items = ['转发给朋友', '重新进入小程序'];
  const chosen = await dialogs.actionSheet({ title: '', items, itemColour: '' });
  if (chosen === 1) await session.reload();
  if (chosen !== 0) return;
  const card = session.app?.share() ?? null;
  if (card !== null) await dialogs.share(card);
  else dialogs.toast({ title: '当前页面不可转发', icon: 'none', image: '', durationMs: 1500, mask: false });
}

/** The circle: the app goes to the background until it is tapped again. */
export async function sendToBackground({ overlay }: Phone, session: Session): Promise<void> {
  session.app?.hide();
  await showLayer<undefined>(overlay, { kind: 'full', name: 'background' }, answer =>
    element(
      'button',
      {
        type: 'button',
        class: 'background',
        'data-test': 'background-return',
        onclick: () => answer(undefined),
      },
      element('span', { class: 'background-mark' }, '碳'),
      element('span', {}, '小程序在后台，点这里回来'),
    ),
  );
  session.app?.show();
}
