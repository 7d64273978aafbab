/** A text on its way into a file of the phone, part by part, so that a long one never has to be in memory whole. */
export class TextFile {
  readonly path: string;

  private constructor(readonly name: string) {
    this.path = `${wx.env.USER_DATA_PATH}/${name}`;
  }

  /** Begins the file anew. */
  static async begin(name: string): Promise<TextFile> {
    const file = new TextFile(name);
    await file.run('writeFile', '');
    return file;
  }

  append(text: string): Promise<void> {
    return this.run('appendFile', text);
  }

  /** What staff exported does not stay on the phone longer than it has to. */
  remove(): void {
    wx.getFileSystemManager().unlink({ filePath: this.path, fail: () => undefined });
  }

  private run(call: 'writeFile' | 'appendFile', data: string): Promise<void> {
    return new Promise((resolve, reject) => {
      wx.getFileSystemManager()[call]({
        filePath: this.path,
        data,
        encoding: 'utf8',
        success: () => resolve(),
        fail: ({ errMsg }) => reject(new Error(errMsg)),
      });
    });
  }
}

/** WeChat on a computer can put a file beside others; a phone sends it to a chat. */
export function canSaveToDisk(): boolean {
  const { platform } = wx.getDeviceInfo();
  return platform === 'windows' || platform === 'mac';
}

/** Only from a tap. `false`: the person thought better of it. */
export async function handOver({ path, name }: TextFile): Promise<boolean> {
  try {
    if (canSaveToDisk()) await wx.saveFileToDisk({ filePath: path });
    else await wx.shareFileMessage({ filePath: path, fileName: name });
    return true;
  } catch {
    return false;
  }
}

export interface ChosenFile {
  name: string;
  text: string;
}

/** A file from a chat, as text; null when nobody chose one. Throws when it cannot be read as UTF-8. */
export async function chooseTextFile(extension: string): Promise<ChosenFile | null> {
  const chosen = await wx
    .chooseMessageFile({ count: 1, type: 'file', extension: [extension] })
    .catch(() => null);
  const file = chosen?.tempFiles[0];
  if (!file) return null;
  const text = await readText(file.path);
  if (text.includes(UNREADABLE)) throw new Error(`${file.name} is not UTF-8`);
  return { name: file.name, text };
}

/** What stands where bytes were no UTF-8, as in a spreadsheet saved in the system's own encoding. */
const UNREADABLE = '\uFFFD';

/** A spreadsheet marks UTF-8 by a sign at the beginning, which is no part of the text. */
const BYTE_ORDER_MARK = /^\uFEFF/;

function readText(filePath: string): Promise<string> {
  return new Promise((resolve, reject) => {
    wx.getFileSystemManager().readFile({
      filePath,
      encoding: 'utf8',
      success: ({ data }) => resolve(String(data).replace(BYTE_ORDER_MARK, '')),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
}
