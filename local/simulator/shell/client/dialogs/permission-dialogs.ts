import { element } from '../element';
import { choice, showLayer } from './layer';
import { showQuestion } from './sheets';

type SubscribeAnswers = Record<string, 'accept' | 'reject'>;

/** Each template with a box, as WeChat asks for one-time messages; one without a known title stands there by its id. */
export async function showSubscribe(
  overlay: HTMLElement,
  templateIds: string[],
  titles: ReadonlyMap<string, string>,
): Promise<SubscribeAnswers> {
  const boxes = templateIds.map((id, index) => ({
    id,
    box: element('input', { type: 'checkbox', checked: true, 'data-test': `subscribe-${index}` }),
  }));
  const rows = boxes.map(({ id, box }) =>
    element('label', { class: 'sheet-row' }, element('span', {}, titles.get(id) ?? id), box),
  );
  const accepted = await showQuestion(overlay, {
    name: 'subscribe',
    title: '发送一次以下消息',
    notes: [],
    body: element('div', {}, ...rows),
    refuse: '取消',
    accept: '允许',
  });
  return Object.fromEntries(
    boxes.map(({ id, box }) => [id, accepted && box.checked ? 'accept' : 'reject'] as const),
  );
}

export const showPrivacy = (overlay: HTMLElement, contractName: string): Promise<boolean> =>
  showQuestion(overlay, {
    name: 'privacy',
    title: '隐私保护提示',
    notes: [`在使用前，请阅读${contractName}。同意后，小程序才能使用你授权的信息。`],
    refuse: '拒绝',
    accept: '同意',
  });

export const showAuthorize = (overlay: HTMLElement, description: string): Promise<boolean> =>
  showQuestion(overlay, {
    name: 'authorize',
    title: description,
    notes: ['这是微信的授权窗口，每一项只问一次，之后可以在设置里修改。'],
    refuse: '拒绝',
    accept: '允许',
  });

export const showPhoneNumber = (overlay: HTMLElement): Promise<boolean> =>
  showQuestion(overlay, {
    name: 'phone-number',
    title: '获取并验证你的手机号',
    notes: ['138****0000　微信绑定号码'],
    refuse: '不允许',
    accept: '允许',
  });

export const showContract = (overlay: HTMLElement, contractName: string): Promise<void> =>
  showLayer<undefined>(overlay, { kind: 'full', name: 'privacy-contract' }, answer =>
    element(
      'div',
      { class: 'full-page' },
      element('h2', {}, contractName),
      element('p', {}, '在手机上，这里是在微信公众平台填写的隐私保护指引全文。'),
      choice('privacy-contract-close', '返回', () => answer(undefined), 'primary'),
    ),
  );

/** The settings page of the capsule's menu; answers the switches as they are left. */
export function showSettings(
  overlay: HTMLElement,
  scopes: Record<string, boolean>,
): Promise<Record<string, boolean>> {
  const boxes = Object.entries(scopes).map(([scope, allowed]) => ({
    scope,
    box: element('input', { type: 'checkbox', checked: allowed, 'data-test': `setting-${scope}` }),
  }));
  const rows = boxes.map(({ scope, box }) =>
    element('label', { class: 'sheet-row' }, element('span', {}, scope), box),
  );
  const empty = element('p', {}, '小程序还没有申请过任何授权。');
  return showLayer(overlay, { kind: 'full', name: 'settings' }, answer =>
    element(
      'div',
      { class: 'full-page' },
      element('h2', {}, '设置'),
      ...(rows.length === 0 ? [empty] : rows),
      choice(
        'settings-close',
        '返回',
        () => answer(Object.fromEntries(boxes.map(({ scope: name, box }) => [name, box.checked]))),
        'primary',
      ),
    ),
  );
}
