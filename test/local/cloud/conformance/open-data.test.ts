import type { Cloud } from '../../../../local/cloud';
import { callAs, resultOf } from '../requests';
import { startTestCloud, stopTestClouds } from '../test-cloud';

let cloud: Cloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(stopTestClouds);

const stepInfoList = [{ timestamp: 1_795_276_800, step: 8430 }];

/** What WeChat on the person's phone tells its server. */
async function tell(openid: string): Promise<string> {
  const response = await fetch(`${cloud.url}/open-data`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wx-openid': openid },
    body: JSON.stringify({ data: { stepInfoList } }),
  });
  return ((await response.json()) as { cloudID: string }).cloudID;
}

const open = (openid: string, list: string[]) =>
  resultOf(callAs(cloud.url, openid, 'identity', { action: 'openData', list }));

test('a function opens what its caller’s own phone has told, in the order of the ids', async () => {
  const [first, second] = [await tell('o-ann'), await tell('o-ann')];
  expect(await open('o-ann', [second, first])).toMatchObject({
    list: [
      { cloudID: second, data: { stepInfoList, watermark: { appid: 'wx0000000000000000' } } },
      { cloudID: first, data: { stepInfoList } },
    ],
  });
});

test.each([
  ['another person’s', -601_007, () => tell('o-bob')],
  ['an invented', -601_005, async () => 'local_invented'],
])('%s id opens nothing', async (_name, errCode, make) => {
  const cloudID = await make();
  expect(await open('o-ann', [cloudID])).toMatchObject({ list: [{ cloudID, errCode }] });
});

test('an id is good for five minutes', async () => {
  const cloudID = await tell('o-ann');
  const later = { method: 'POST', body: JSON.stringify({ advanceMs: 300_001 }) };
  await fetch(`${cloud.url}/clock`, { ...later, headers: { 'content-type': 'application/json' } });
  expect(await open('o-ann', [cloudID])).toMatchObject({ list: [{ errCode: -601_006 }] });
});

test('what is no such message is refused', async () => {
  const form = new FormData();
  form.append('action', 'wx.openApi');
  form.append('apiName', 'ApiGetOpenDataByCloudId');
  form.append('requestData', new Blob([Buffer.from([0xff, 0xff, 0xff])]));
  const reply = await fetch(`${cloud.url}/admin`, { method: 'POST', body: form });
  expect(await reply.json()).toMatchObject({ code: 'INVALID_PARAM' });
});
