import { makeCalls } from '../calling/make-call';
import { optionalText, textOf } from '../calling/options';
import { WxFailure } from '../calling/wx-failure';
import type { WxHost, WxOptions } from '../wx-host';

/** Sharing and leaving for other programs. Nobody learns whether something was shared: WeChat has not told since 2018. */
export function shareCalls(host: WxHost): Record<string, unknown> {
  return makeCalls({
    showShareMenu: () => undefined,
    hideShareMenu: () => undefined,
    updateShareMenu: () => undefined,
    showShareImageMenu: options => {
      host.shell.dialogs.previewPictures({
        addresses: [host.addressOf(textOf(options, 'path'))],
        current: 0,
      });
    },
    navigateToMiniProgram: options => leave(host, options),
    openCustomerServiceChat: () => tell(host, '客服会话', '在手机上这里会打开客服会话。'),
    openOfficialAccountProfile: () => tell(host, '公众号', '在手机上这里会打开公众号的资料页。'),
    openOfficialAccountArticle: () => tell(host, '公众号', '在手机上这里会打开公众号的文章。'),
    reportAnalytics: () => undefined,
  });
}

async function leave(host: WxHost, options: WxOptions): Promise<void> {
  const name = optionalText(options, 'appId', optionalText(options, 'shortLink', '其他小程序'));
  const { confirm } = await tell(host, '', `即将打开“${name}”小程序`);
  if (!confirm) throw new WxFailure('cancel');
}

const tell = ({ shell }: WxHost, title: string, content: string) =>
  shell.dialogs.modal({
    title,
    content,
    showCancel: true,
    cancelText: '取消',
    cancelColour: '',
    confirmText: '允许',
    confirmColour: '',
    editable: false,
    placeholder: '',
  });
