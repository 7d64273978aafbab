import { makeCalls } from '../calling/make-call';
import { optionalNumber, optionalText, textOf } from '../calling/options';
import { WxFailure } from '../calling/wx-failure';
import type { Privacy } from '../permission/privacy';
import type { WxHost, WxOptions } from '../wx-host';
import { PhoneFiles, USER_FOLDER } from './phone-files';

/** Text files that a program writes and reads, takes from a chat, and hands to one; the browser stands for the chat. */
export function fileCalls(host: WxHost, privacy: Privacy): Record<string, unknown> {
  const files = new PhoneFiles();
  const manager = makeCalls({
    writeFile: options => files.write(textOf(options, 'filePath'), textOf(options, 'data')),
    appendFile: options => files.append(textOf(options, 'filePath'), textOf(options, 'data')),
    readFile: async options => ({ data: await files.read(textOf(options, 'filePath')) }),
    unlink: options => files.remove(textOf(options, 'filePath')),
  });
  const handOut = async (options: WxOptions): Promise<void> => {
    const path = textOf(options, 'filePath');
    download(host, await files.read(path), optionalText(options, 'fileName', nameIn(path)));
  };
  return {
    env: { USER_DATA_PATH: USER_FOLDER },
    getFileSystemManager: () => manager,
    ...makeCalls({
      chooseMessageFile: async options => {
        await privacy.require('chooseMessageFile');
        const chosen = await choose(host, options);
        const tempFiles = chosen.map(file => ({
          path: files.keep(file),
          name: file.name,
          size: file.size,
          time: Math.floor(file.lastModified / 1_000),
          type: 'file',
        }));
        return { tempFiles };
      },
      shareFileMessage: handOut,
      saveFileToDisk: handOut,
    }),
  };
}

const nameIn = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The browser's own window, of which a cancel is told like WeChat's. */
function choose({ window }: WxHost, options: WxOptions): Promise<File[]> {
  const most = optionalNumber(options, 'count', 1);
  const { extension } = options;
  const input = window.document.createElement('input');
  input.type = 'file';
  input.multiple = most > 1;
  if (Array.isArray(extension)) input.accept = extension.map(one => `.${String(one)}`).join();
  return new Promise((resolve, reject) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])].slice(0, most)));
    input.addEventListener('cancel', () => reject(new WxFailure('cancel')));
    input.click();
  });
}

function download({ window }: WxHost, text: string, name: string): void {
  const address = window.URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = window.document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  window.URL.revokeObjectURL(address);
}
