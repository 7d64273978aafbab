import { chooseTextFile } from '../../../miniprogram/packages/staff/services/chosen-text-file';
import { canSaveToDisk, handOver, TextFile } from '../../../miniprogram/services/text-file';
import { installFakeWx } from './fake-wx';

interface Request {
  filePath: string;
  data?: string;
  success?: (answer: { data: string }) => void;
  fail?: (error: { errMsg: string }) => void;
}

/** A phone's files; a path under `broken` fails as WeChat does. */
function installFiles(platform = 'ios') {
  const files = new Map<string, string>();
  const seen: unknown[] = [];
  const act = (work: (request: Request) => string) => (request: Request) => {
    if (request.filePath.includes('broken')) return request.fail?.({ errMsg: 'fail permission denied' });
    const data = work(request);
    return request.success?.({ data });
  };
  const manager = {
    writeFile: act(({ filePath, data = '' }) => {
      files.set(filePath, data);
      return '';
    }),
    appendFile: act(({ filePath, data = '' }) => {
      files.set(filePath, files.get(filePath) + data);
      return '';
    }),
    readFile: act(({ filePath }) => files.get(filePath) ?? ''),
    unlink: act(({ filePath }) => {
      files.delete(filePath);
      return '';
    }),
  };
  const device = {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getFileSystemManager: () => manager,
    getDeviceInfo: () => ({ platform }),
    shareFileMessage: async (options: unknown) => seen.push(['share', options]),
    saveFileToDisk: async (options: unknown) => seen.push(['save', options]),
    chooseMessageFile: async (): Promise<object> => ({
      tempFiles: [{ path: 'tmp', name: 'factors.csv' }],
    }),
  };
  Object.assign(installFakeWx(), device);
  return { files, seen };
}

test('a file is begun anew, grows part by part, and goes', async () => {
  const { files } = installFiles();
  await (await TextFile.begin('log.csv')).append('old');
  const file = await TextFile.begin('log.csv');
  await file.append('一');
  await file.append('二');
  expect([...files]).toEqual([['wxfile://usr/log.csv', '一二']]);
  file.remove();
  expect(files.size).toBe(0);
});

test('a phone that cannot write says so', async () => {
  installFiles();
  await expect(TextFile.begin('broken.csv')).rejects.toThrow('permission denied');
});

test.each([
  ['ios', false, ['share', { filePath: 'wxfile://usr/log.csv', fileName: 'log.csv' }]],
  ['windows', true, ['save', { filePath: 'wxfile://usr/log.csv' }]],
  ['mac', true, ['save', { filePath: 'wxfile://usr/log.csv' }]],
])('on %s it is saved to the disk: %s', async (platform, isSaved, call) => {
  const { seen } = installFiles(platform);
  expect(canSaveToDisk()).toBe(isSaved);
  expect(await handOver(await TextFile.begin('log.csv'))).toBe(true);
  expect(seen).toEqual([call]);
});

test('who thinks better of it has handed over nothing', async () => {
  installFiles();
  Object.assign(wx, { shareFileMessage: () => Promise.reject(new Error('cancel')) });
  expect(await handOver(await TextFile.begin('log.csv'))).toBe(false);
});

describe('a file from a chat', () => {
  test('is read without the mark that a spreadsheet puts before it', async () => {
    const { files } = installFiles();
    files.set('tmp', '\uFEFFmode\n地铁');
    expect(await chooseTextFile('csv')).toEqual({ name: 'factors.csv', text: 'mode\n地铁' });
  });

  test('in another encoding is refused', async () => {
    const { files } = installFiles();
    files.set('tmp', 'mode\n\uFFFD\uFFFD');
    await expect(chooseTextFile('csv')).rejects.toThrow('not UTF-8');
  });

  test('may be none', async () => {
    installFiles();
    Object.assign(wx, { chooseMessageFile: () => Promise.reject(new Error('cancel')) });
    expect(await chooseTextFile('csv')).toBeNull();
  });
});
