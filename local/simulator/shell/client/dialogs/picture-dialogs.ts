import type { SharedCard } from '../../shell-contract';
import { element } from '../element';
import { drawnAvatars } from './drawn-avatars';
import { drawnScreenshot } from './drawn-screenshot';
import { choice, showLayer } from './layer';
import { showQuestion } from './sheets';

/** WeChat's own avatar, or one from the album. */
export function chooseAvatar(overlay: HTMLElement): Promise<string | null> {
  return showLayer<string | null>(overlay, { kind: 'bottom', name: 'avatar', away: null }, answer =>
    element(
      'div',
      { class: 'sheet' },
      element('h2', {}, '选择头像'),
      element(
        'div',
        { class: 'avatars' },
        ...drawnAvatars().map((address, index) =>
          element(
            'button',
            {
              type: 'button',
              'data-test': `avatar-${index}`,
              'aria-label': `头像 ${index + 1}`,
              onclick: () => answer(address),
            },
            element('img', { src: address, alt: '' }),
          ),
        ),
      ),
      choice('avatar-cancel', '取消', () => answer(null), 'quiet'),
    ),
  );
}

export function chooseNickname(overlay: HTMLElement): Promise<string | null> {
  return showLayer<string | null>(overlay, { kind: 'bottom', name: 'nickname', away: null }, answer =>
    element(
      'div',
      { class: 'sheet' },
      element('h2', {}, '使用微信昵称'),
      choice('nickname-use', '地铁上的阿明', () => answer('地铁上的阿明'), 'primary'),
      choice('nickname-cancel', '自己输入', () => answer(null), 'quiet'),
    ),
  );
}

/** From the machine's files, or drawn ones where nobody wants to look for any. */
export function choosePictures(overlay: HTMLElement, most: number): Promise<Blob[] | null> {
  return showLayer<Blob[] | null>(overlay, { kind: 'bottom', name: 'pictures', away: null }, answer => {
    const input: HTMLInputElement = element('input', {
      type: 'file',
      accept: 'image/*',
      multiple: most > 1,
      'data-test': 'pictures-input',
      onchange: () => answer([...(input.files ?? [])].slice(0, most)),
    });
    return element(
      'div',
      { class: 'sheet' },
      element('h2', {}, `选择图片（最多 ${most} 张）`),
      input,
      choice('pictures-drawn', '用一张画出来的行程截图', () => {
        void drawnScreenshot().then(picture => answer(picture && [picture]));
      }),
      choice('pictures-cancel', '取消', () => answer(null), 'quiet'),
    );
  });
}

export function previewPictures(overlay: HTMLElement, addresses: string[], current: number): void {
  const image = element('img', { src: addresses[current] ?? '', alt: '预览' });
  const last = addresses.length - 1;
  let at = current;
  const show = (): void => {
    at = at === last ? 0 : at + 1;
    image.src = addresses[at] ?? '';
  };
  void showLayer<null>(overlay, { kind: 'full', name: 'preview', away: null }, answer =>
    element(
      'div',
      { class: 'preview' },
      element(
        'button',
        { type: 'button', class: 'preview-close', 'aria-label': '关闭', onclick: () => answer(null) },
        '×',
      ),
      image,
      last > 0 ? choice('preview-next', '下一张', show) : null,
    ),
  );
}

/** The card as a chat would show it. Nobody is told whether it was sent. */
export function showShare(overlay: HTMLElement, { title, path, image }: SharedCard): Promise<boolean> {
  const card = element(
    'div',
    { class: 'share-card', 'data-test': 'share-card' },
    element('strong', {}, title),
    image === '' ? element('div', { class: 'share-blank' }) : element('img', { src: image, alt: '' }),
    element('small', {}, path),
  );
  return showQuestion(overlay, {
    name: 'share',
    title: '发送给：文件传输助手',
    notes: [],
    body: card,
    refuse: '取消',
    accept: '发送',
  });
}
