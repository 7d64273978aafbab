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
