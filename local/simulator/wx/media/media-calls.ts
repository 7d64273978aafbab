import { makeCalls } from '../calling/make-call';
import { numberOf, optionalNumber, optionalText, textOf, textsOf } from '../calling/options';
import { WxFailure } from '../calling/wx-failure';
import type { Privacy } from '../permission/privacy';
import type { Scopes } from '../permission/scopes';
import type { WxHost, WxOptions } from '../wx-host';
import { pictureSize } from './picture-size';

/** Pictures: chosen in the browser, kept as its own addresses of this frame. */
export function mediaCalls(host: WxHost, privacy: Privacy, scopes: Scopes): Record<string, unknown> {
  return makeCalls({
    chooseMedia: async options => {
      const files = await choose(host, privacy, 'chooseMedia', optionalNumber(options, 'count', 9));
      return { type: 'image', tempFiles: files.map(file => ({ ...file, fileType: 'image' })) };
    },
    chooseImage: async options => {
      const files = await choose(host, privacy, 'chooseImage', optionalNumber(options, 'count', 9));
      const tempFiles = files.map(({ tempFilePath, size }) => ({ path: tempFilePath, size }));
      return { tempFilePaths: tempFiles.map(({ path }) => path), tempFiles };
    },
    previewImage: options => preview(host, textsOf(options, 'urls'), options.current),
    previewMedia: options => preview(host, sourcesOf(options), options.current),
    saveImageToPhotosAlbum: async options => {
      const address = host.addressOf(textOf(options, 'filePath'));
      await privacy.require('saveImageToPhotosAlbum');
      await scopes.require('scope.writePhotosAlbum');
      download(host, address);
    },
    getImageInfo: async options => {
      const path = host.addressOf(textOf(options, 'src'));
      return { ...(await pictureSize(host.window, path)), path, orientation: 'up', type: 'png' };
    },
    // The picture stays as it is: what a phone would make smaller is of no interest here.
    compressImage: options => ({ tempFilePath: textOf(options, 'src') }),
  });
}

async function choose(host: WxHost, privacy: Privacy, name: string, most: number) {
  await privacy.require(name);
  const pictures = await host.shell.dialogs.choosePictures({ most });
  if (pictures === null) throw new WxFailure('cancel');
  return Promise.all(
    pictures.map(async picture => {
      const tempFilePath = host.window.URL.createObjectURL(picture);
      return { tempFilePath, size: picture.size, ...(await pictureSize(host.window, tempFilePath)) };
    }),
  );
}

function sourcesOf(options: WxOptions): string[] {
  const { sources } = options;
  if (!Array.isArray(sources)) return textsOf(options, 'sources');
  return sources.map(source => optionalText(source as WxOptions, 'url'));
}

function preview({ shell, addressOf }: WxHost, urls: string[], current: unknown): void {
  const index =
    typeof current === 'number' ? numberOf({ current }, 'current') : urls.indexOf(String(current));
  shell.dialogs.previewPictures({ addresses: urls.map(addressOf), current: Math.max(0, index) });
}

function download({ window }: WxHost, address: string): void {
  const link = window.document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
}
