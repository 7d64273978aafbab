import type { DeviceState, Dialogs } from '../../shell-contract';
import { showModal } from './modal';
import {
  showAuthorize,
  showContract,
  showPhoneNumber,
  showPrivacy,
  showSettings,
  showSubscribe,
} from './permission-dialogs';
import { chooseAvatar, chooseNickname, choosePictures, previewPictures, showShare } from './picture-dialogs';
import { Scanner } from './scanner';
import { showActionSheet } from './sheets';
import { Toast } from './toast';

/** All dialogs of one phone. */
export function phoneDialogs(
  overlay: HTMLElement,
  device: () => DeviceState,
  templateTitles: () => Promise<ReadonlyMap<string, string>>,
): { dialogs: Dialogs; scanner: Scanner } {
  const toast = new Toast(overlay);
  const scanner = new Scanner(overlay);
  const dialogs: Dialogs = {
    toast: options => toast.toast(options),
    hideToast: toast.hide,
    loading: options => toast.loading(options),
    hideLoading: toast.hide,
    modal: options => showModal(overlay, options),
    actionSheet: options => showActionSheet(overlay, options),
    subscribe: async ids =>
      device().subscriptionsOn ? showSubscribe(overlay, ids, await templateTitles()) : null,
    privacy: name => showPrivacy(overlay, name),
    openPrivacyContract: name => showContract(overlay, name),
    authorize: ({ description }) => showAuthorize(overlay, description),
    settings: scopes => showSettings(overlay, scopes),
    scan: () => scanner.scan(),
    chooseAvatar: () => chooseAvatar(overlay),
    chooseNickname: () => chooseNickname(overlay),
    phoneNumber: () => showPhoneNumber(overlay),
    choosePictures: ({ most }) => choosePictures(overlay, most),
    previewPictures: ({ addresses, current }) => previewPictures(overlay, addresses, current),
    share: card => showShare(overlay, card),
  };
  return { dialogs, scanner };
}
