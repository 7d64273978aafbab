import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Cloud } from '../../../../local/cloud';
import { cloudPath } from '../../../../local/cloud/storage/file-id';
import * as fc from '../../../support/fast-check';
import { failureOf, realSdk } from '../real-sdk';
import { postJson, send } from '../requests';
import { startTestCloud, stopTestClouds, temporaryFolder } from '../test-cloud';

const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  Buffer.alloc(100, 7),
]);

let cloud: Cloud;
let sdk: ReturnType<typeof realSdk>;
let folder: string;
beforeAll(async () => {
  folder = temporaryFolder();
  cloud = await startTestCloud({ dataFolder: folder, functionsFolder: undefined as never });
  sdk = realSdk(cloud);
});
afterAll(stopTestClouds);

const upload = (name: string, body: Buffer = png, openid = 'o-ann') =>
  send(`${cloud.url}/storage/upload?cloudPath=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'x-wx-openid': openid },
    body,
  });
const temporaryUrl = async (fileID: string, maxAge = 60) => {
  const answer = await sdk.getTempFileURL({ fileList: [{ fileID, maxAge }] as never });
  return answer?.fileList[0]?.tempFileURL ?? '';
};

describe('through the real SDK', () => {
  test('what is uploaded can be downloaded, and is gone after it was deleted', async () => {
    const { fileID } = await sdk.uploadFile({ cloudPath: 'reports/二月/图.png', fileContent: png as never });
    expect(fileID).toMatch(/^cloud:\/\/tandiandian-local\.[\w-]+\/reports\/二月\/图\.png$/);
    const downloaded = await sdk.downloadFile({ fileID });
    expect((downloaded.fileContent as unknown as Buffer).equals(png)).toBe(true);
    const list = { fileList: [fileID, 'cloud://other.bucket/x.png'] };
    expect(await sdk.deleteFile(list)).toMatchObject({ fileList: [{ status: 0 }, { status: -503003 }] });
    expect(await sdk.getTempFileURL({ fileList: [fileID] })).toMatchObject({
      fileList: [{ status: -503003, tempFileURL: '' }],
    });
  });

  test.each([
    ['exports/r/数据 1.csv', 'text/csv; charset=utf-8'],
    ['exports/r/data.JSON', 'application/json; charset=utf-8'],
    ['exports/r/page.html', 'application/octet-stream'],
    ['exports/r.csv/data', 'application/octet-stream'],
  ])('%s is served under its name as %s, to be saved', async (cloudPath, type) => {
    const fileContent = Buffer.from('<html>') as never;
    const url = await temporaryUrl((await sdk.uploadFile({ cloudPath, fileContent })).fileID);
    expect(decodeURIComponent(new URL(url).pathname)).toBe(`/storage/file/${cloudPath}`);
    const { headers, text } = await send(url);
    expect(text).toBe('<html>');
    expect(headers.get('content-type')).toBe(type);
    expect(headers.get('content-disposition')).toBe('attachment');
  });

  test('more than 5 MB is refused and leaves nothing', async () => {
    const fileContent = Buffer.alloc(5 * 1024 * 1024 + 1) as never;
    const failure = await failureOf(sdk.uploadFile({ cloudPath: 'big.bin', fileContent }));
    expect(failure.message).toContain('5 MB');
  });

  test.each(['../up.png', '/root.png', 'a//b.png', 'a/./b.png', 'a\\b.png', 'a\u0000b.png', ''])(
    'the path %j is refused',
    async name => {
      const reply = await postJson(`${cloud.url}/admin`, { action: 'storage.getUploadMetadata', path: name });
      expect(reply.json).toMatchObject({ code: 'INVALID_PARAM' });
    },
  );

  test('an upload that was not granted is refused', async () => {
    const headers = { key: 'stolen.png', authorization: 'zzz.00' };
    const reply = await send(`${cloud.url}/storage/put`, { method: 'PUT', headers, body: png });
    expect([reply.status, reply.text]).toEqual([403, expect.stringContaining('SignatureDoesNotMatch')]);
  });

  test('a grant is for its own path only', async () => {
    const reply = await postJson(`${cloud.url}/admin`, {
      action: 'storage.getUploadMetadata',
      path: 'mine.png',
    });
    const { authorization } = (reply.json as { data: { authorization: string } }).data;
    const headers = { key: 'other.png', authorization };
    const put = await send(`${cloud.url}/storage/put`, { method: 'PUT', headers, body: png });
    expect(put.status).toBe(403);
  });
});

describe('from the mini-program', () => {
  test('an image is stored under its path and is private', async () => {
    const { json } = await upload('posts/a.png');
    const { fileID } = json as { fileID: string };
    expect(fileID).toMatch(/\/posts\/a\.png$/);
    const url = await temporaryUrl(fileID);
    const { headers } = await send(url);
    expect([headers.get('content-type'), headers.get('content-disposition')]).toEqual(['image/png', null]);
    expect((await send(url.replace(/\?.*/, ''))).status).toBe(403);
    expect((await send(url.replace(/sign=./, 'sign=z'))).status).toBe(403);
  });

  test('an address expires on the endpoint’s clock', async () => {
    const { json } = await upload('posts/expires.png');
    const url = await temporaryUrl((json as { fileID: string }).fileID, 60);
    expect((await send(url)).status).toBe(200);
    await postJson(`${cloud.url}/clock`, { advanceMs: 61_000 });
    expect((await send(url)).status).toBe(403);
  });

  test('a signature does not open another file', async () => {
    const files = await Promise.all([upload('posts/one.png'), upload('posts/two.png')]);
    const [one, two] = await Promise.all(
      files.map(({ json }) => temporaryUrl((json as { fileID: string }).fileID)),
    );
    const mixed = `${one?.split('?')[0]}?${two?.split('?')[1]}`;
    expect((await send(mixed)).status).toBe(403);
  });

  test.each([
    ['what is no image', 'page.png', Buffer.from('<html><script>')],
    ['nothing', 'empty.png', Buffer.alloc(0)],
  ])('%s is refused whatever it is called', async (_what, name, body) => {
    expect((await upload(name, body)).json).toMatchObject({ errCode: -503001 });
  });

  test('more than 5 MB is refused', async () => {
    const body = Buffer.concat([png, Buffer.alloc(5 * 1024 * 1024)]);
    expect((await upload('big.png', body)).json).toMatchObject({ errCode: -503001 });
  });

  test('nobody replaces another person’s file', async () => {
    await upload('posts/mine.png');
    expect((await upload('posts/mine.png', png, 'o-bob')).json).toMatchObject({ errCode: -503002 });
    expect((await upload('posts/mine.png')).json).toMatchObject({ statusCode: 200 });
  });

  test('without an openid or with a form it is refused', async () => {
    const url = `${cloud.url}/storage/upload?cloudPath=x.png`;
    const headers = { 'content-type': 'application/octet-stream' };
    expect((await send(url, { method: 'POST', headers, body: png })).status).toBe(400);
    const form = new FormData();
    expect((await send(url, { method: 'POST', headers: { 'x-wx-openid': 'o' }, body: form })).status).toBe(
      415,
    );
  });
});

test('nothing that a caller chose becomes a path of this machine', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      let accepted: string;
      try {
        accepted = cloudPath(text);
      } catch {
        return true;
      }
      return accepted === text && path.posix.normalize(`/bucket/${text}`) === `/bucket/${text}`;
    }),
  );
  const names = readdirSync(path.join(folder, 'files'));
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) expect(name).toMatch(/^[0-9a-f]{64}(\.json)?$/);
});

test('the signing key is kept in the data folder for its owner only', () => {
  const file = path.join(folder, 'storage.key');
  expect(existsSync(file)).toBe(true);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, 'utf8')).toMatch(/^[0-9a-f]{64}$/);
});
