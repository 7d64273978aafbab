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

  /** What was exported does not stay on the phone longer than it has to. */
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
