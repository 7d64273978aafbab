/** @jest-environment jsdom */
import { callOf, openFrame, type TestHost } from './test-host';

beforeEach(() => localStorage.clear());

type Manager = Record<string, (options: object) => Promise<{ data?: string; errMsg: string }>>;
const managerOf = (frame: TestHost) => frame.wx.getFileSystemManager!() as Manager;
const filePath = 'wxfile://usr/log.csv';

test('a program writes a text part by part, reads it and removes it', async () => {
  const { writeFile, appendFile, readFile, unlink } = managerOf(openFrame());
  await writeFile!({ filePath, data: '一\n' });
  await appendFile!({ filePath, data: '二\n' });
  await expect(readFile!({ filePath })).resolves.toEqual({ data: '一\n二\n', errMsg: 'readFile:ok' });
  await unlink!({ filePath });
  await expect(readFile!({ filePath })).rejects.toEqual({
    errMsg: `readFile:fail no such file or directory, open "${filePath}"`,
  });
});

test.each([
  ['appendFile', filePath, 'no such file or directory'],
  ['writeFile', '/log.csv', 'permission denied'],
])('%s at %s: %s', async (call, path, reason) => {
  const manager = managerOf(openFrame());
  await expect(manager[call]!({ filePath: path, data: '' })).rejects.toEqual({
    errMsg: `${call}:fail ${reason}, open "${path}"`,
  });
});

test('the folder that a program may write to is where WeChat names it', () =>
  expect(openFrame().wx.env).toEqual({ USER_DATA_PATH: 'wxfile://usr' }));

test('a file that is handed to a chat is downloaded by its name', async () => {
  const frame = openFrame();
  const clicked: string[] = [];
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    clicked.push(this.download);
  });
  Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined });
  await managerOf(frame).writeFile!({ filePath, data: 'text' });
  await callOf(frame, 'shareFileMessage')({ filePath, fileName: 'audit.csv' });
  await callOf(frame, 'saveFileToDisk')({ filePath });
  expect(clicked).toEqual(['audit.csv', 'log.csv']);
});

describe('a file from a chat', () => {
  const chooses = (act: (input: HTMLInputElement) => void) =>
    jest.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function (this: HTMLInputElement) {
      act(this);
    });
  const consenting = () => openFrame({ answers: { privacy: async () => true } });

  test('is chosen by the browser and read as text', async () => {
    const file = new File(['mode\n'], 'factors.csv');
    Object.assign(file, { text: async () => 'mode\n' });
    chooses(input => {
      Object.defineProperty(input, 'files', { value: [file] });
      input.dispatchEvent(new Event('change'));
    });
    const frame = consenting();
    const answer = (await callOf(frame, 'chooseMessageFile')({ count: 1, type: 'file' })) as {
      tempFiles: { path: string; name: string; size: number }[];
    };
    expect(answer.tempFiles).toMatchObject([{ name: 'factors.csv', size: 5, type: 'file' }]);
    const { path } = answer.tempFiles[0]!;
    await expect(managerOf(frame).readFile!({ filePath: path })).resolves.toMatchObject({ data: 'mode\n' });
  });

  test('may be none', async () => {
    chooses(input => input.dispatchEvent(new Event('cancel')));
    await expect(callOf(consenting(), 'chooseMessageFile')({})).rejects.toEqual({
      errMsg: 'chooseMessageFile:fail cancel',
    });
  });
});
