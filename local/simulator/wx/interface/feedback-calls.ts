import type { ToastOptions } from '../../shell/shell-contract';
import { makeCalls } from '../calling/make-call';
import { optionalNumber, optionalText, textOf, textsOf } from '../calling/options';
import { WxFailure } from '../calling/wx-failure';
import type { WxHost, WxOptions } from '../wx-host';

/** Source: developers.weixin.qq.com/miniprogram/dev/api/ui/interaction/wx.showModal.html */
const MOST_BUTTON_CHARACTERS = 4;
const MOST_ACTIONS = 6;
const USUAL_TOAST_MS = 1500;

/** Toast, loading, modal and action sheet. */
export function feedbackCalls(host: WxHost): Record<string, unknown> {
  const { dialogs } = host.shell;
  return makeCalls({
    showToast: options => dialogs.toast(toastOf(host, options)),
    hideToast: () => dialogs.hideToast(),
    showLoading: options => dialogs.loading({ title: textOf(options, 'title'), mask: options.mask === true }),
    hideLoading: () => dialogs.hideLoading(),
    showModal: options => showModal(host, options),
    showActionSheet: options => showActionSheet(host, options),
  });
}

function toastOf(host: WxHost, options: WxOptions): ToastOptions {
  const icon = optionalText(options, 'icon', 'success');
  const image = optionalText(options, 'image');
  return {
    title: textOf(options, 'title'),
    icon: icon === 'error' || icon === 'loading' || icon === 'none' ? icon : 'success',
    image: image === '' ? '' : host.addressOf(image),
    durationMs: optionalNumber(options, 'duration', USUAL_TOAST_MS),
    mask: options.mask === true,
  };
}

async function showModal({ shell }: WxHost, options: WxOptions): Promise<object> {
  const confirmText = buttonText(options, 'confirmText', '确定');
  const answer = await shell.dialogs.modal({
    title: optionalText(options, 'title'),
    content: optionalText(options, 'content'),
    showCancel: options.showCancel !== false,
    cancelText: buttonText(options, 'cancelText', '取消'),
    cancelColour: optionalText(options, 'cancelColor'),
    confirmText,
    confirmColour: optionalText(options, 'confirmColor'),
    editable: options.editable === true,
    placeholder: optionalText(options, 'placeholderText'),
  });
  const content = options.editable === true && answer.confirm ? answer.content : null;
  return { confirm: answer.confirm, cancel: !answer.confirm, content };
}

function buttonText(options: WxOptions, key: string, otherwise: string): string {
  const text = optionalText(options, key, otherwise);
  if ([...text].length <= MOST_BUTTON_CHARACTERS) return text;
  throw new WxFailure(`${key} length should not larger than ${MOST_BUTTON_CHARACTERS} Chinese characters`);
}

async function showActionSheet({ shell }: WxHost, options: WxOptions): Promise<object> {
  const items = textsOf(options, 'itemList');
  if (items.length > MOST_ACTIONS)
    throw new WxFailure('parameter error: itemList should not be large than 6');
  const title = optionalText(options, 'alertText');
  const tapIndex = await shell.dialogs.actionSheet({
    title,
    items,
    itemColour: optionalText(options, 'itemColor'),
  });
  if (tapIndex === null) throw new WxFailure('cancel');
  return { tapIndex };
}
