import type { Cloud, OpenApiRequest } from '../../../../local/cloud';
import { failureOf, realSdk } from '../real-sdk';
import { callAs, resultOf } from '../requests';
import { startTestCloud, stopTestClouds } from '../test-cloud';

let cloud: Cloud;
let sdk: ReturnType<typeof realSdk>;
const seen: OpenApiRequest[] = [];
beforeAll(async () => {
  cloud = await startTestCloud();
  sdk = realSdk(cloud);
  cloud.registerOpenApi('security.msgSecCheck', request => {
    seen.push(request);
    return { result: { suggest: 'pass', label: 100 }, trace_id: 't' };
  });
  cloud.registerOpenApi('uniformMessage.send', () => ({
    errcode: 43101,
    errmsg: 'user refuse to accept the msg',
  }));
  cloud.registerOpenApi('wxacode.get', () => ({
    contentType: 'image/jpeg',
    bytes: Buffer.from([1, 2, 255]),
  }));
  cloud.registerOpenApi('img.scan', request => {
    seen.push(request);
    return {};
  });
  cloud.registerOpenApi('broken.api', () => {
    throw new Error('on purpose');
  });
});
afterAll(stopTestClouds);
beforeEach(() => seen.splice(0));

test('a registered API gets its parameters in snake case and answers in camel case', async () => {
  const answer = await sdk.openapi.security.msgSecCheck({
    content: '内容',
    version: 2,
    someList: [{ innerKey: 1 }],
  });
  expect(answer).toMatchObject({ errCode: 0, result: { suggest: 'pass', label: 100 }, traceId: 't' });
  expect(seen[0]?.parameters).toEqual({ content: '内容', version: 2, some_list: [{ inner_key: 1 }] });
});

test('media arrive as bytes', async () => {
  const value = Buffer.from([0, 1, 254, 255]);
  await sdk.openapi.img.scan({ media: { contentType: 'image/png', value } });
  expect(seen[0]?.parameters).toEqual({ media: { filename: 'media.png', bytes: value } });
});

test('an answer can be media', async () => {
  const answer = await sdk.openapi.wxacode.get({ path: 'p' });
  expect(answer).toMatchObject({ contentType: 'image/jpeg', buffer: Buffer.from([1, 2, 255]) });
});

test('an errcode of WeChat’s own reaches the caller', async () => {
  expect(await failureOf(sdk.openapi.uniformMessage.send({}))).toMatchObject({ errCode: 43101 });
});

test('an unknown API and one whose handler fails are system errors with their numbers', async () => {
  const silent = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(await failureOf(sdk.openapi.nobody.knows({}))).toMatchObject({ errCode: -604100 });
  expect(await failureOf(sdk.openapi.broken.api({}))).toMatchObject({ errCode: -604103 });
  expect(silent).toHaveBeenCalledWith(expect.stringContaining('broken.api failed'));
  silent.mockRestore();
});

test('an API can be registered only once', () => {
  expect(() => cloud.registerOpenApi('wxacode.get', () => ({}))).toThrow('registered already');
});

test('a function may call what its manifest grants, as the user that called it, and nothing else', async () => {
  const call = (event: object) => resultOf(callAs(cloud.url, 'o-ann', 'identity', event));
  expect(await call({ action: 'check', content: 'x' })).toMatchObject({ errCode: 0 });
  expect(seen[0]?.call).toMatchObject({ functionName: 'identity', context: { openid: 'o-ann' } });
  expect(await call({ action: 'unknownApi' })).toMatchObject({ errCode: -604101 });
});

test('a request that is no such message is refused, and the endpoint goes on', async () => {
  const form = new FormData();
  form.append('action', 'wx.openApi');
  form.append('apiName', 'wxacode.get');
  form.append('requestData', new Blob([Buffer.from([0xff, 0xff, 0xff])]));
  const reply = await fetch(`${cloud.url}/admin`, { method: 'POST', body: form });
  expect(await reply.json()).toMatchObject({ code: 'INVALID_PARAM' });
  expect(await sdk.openapi.img.scan({})).toMatchObject({ errCode: 0 });
});
