import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Subscriptions } from '../../../../local/cloud/wechat/subscriptions';

const folder = mkdtempSync(path.join(tmpdir(), 'subscriptions-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const template = {
  templateId: 'T'.repeat(43),
  title: '行程入账通知',
  fields: [
    { name: 'thing1', label: '行程' },
    { name: 'number2', label: '减排克数' },
    { name: 'time3', label: '时间' },
  ],
};
const open = () => new Subscriptions({ folder, nowMs: () => 1_794_240_000_000, templates: () => [template] });
const good = {
  touser: 'o-ann',
  template_id: template.templateId,
  page: 'pages/home/home?from=message',
  data: {
    thing1: { value: '布吉 → 福田' },
    number2: { value: '846' },
    time3: { value: '2026年11月10日 08:05' },
  },
};
const send = (to: Subscriptions, parameters: Record<string, unknown>) => to.send({ parameters, call: null });

const withData = (part: object) => ({ ...good, data: { ...good.data, ...part } });
test.each<[string, Record<string, unknown>, number, string]>([
  ['nobody', { ...good, touser: '' }, 40003, 'openid'],
  ['an unknown template', { ...good, template_id: 'none' }, 40037, 'template_id'],
  ['a page with a slash before it', { ...good, page: '/pages/home/home' }, 41030, 'page'],
  ['an empty field', withData({ thing1: { value: '' } }), 47003, 'data.thing1.value is empty'],
  ['a missing field', { ...good, data: {} }, 47003, 'data.thing1.value is empty'],
  ['a text that is no object', withData({ thing1: '布吉' }), 47003, 'data.thing1.value is empty'],
  ['a thing of 21', withData({ thing1: { value: '字'.repeat(21) } }), 47003, 'data.thing1.value invalid'],
  ['a number with a unit', withData({ number2: { value: '846 克' } }), 47003, 'data.number2.value invalid'],
  ['a number for a text', withData({ number2: { value: 846 } }), 47003, 'data.number2.value invalid'],
  ['a time of another form', withData({ time3: { value: '今天早上' } }), 47003, 'data.time3.value invalid'],
  ['a send that nobody has allowed', good, 43101, 'refuse'],
])('%s is refused with its number', async (_case, parameters, errcode, words) => {
  expect(await send(open(), parameters)).toEqual({ errcode, errmsg: expect.stringContaining(words) });
});

test('one allowed send is one message, to that person, and a restart changes neither', async () => {
  const first = open();
  first.allow('o-ann', [template.templateId, 'a template of another application']);
  // What is refused uses nothing up.
  await send(first, { ...good, data: {} });
  expect(await send(open(), good)).toEqual({});
  const after = open();
  expect(await send(after, good)).toMatchObject({ errcode: 43101 });
  expect(after.sentTo('o-bob')).toEqual([]);
  expect(after.sentTo('o-ann')).toEqual([
    {
      openid: 'o-ann',
      atMs: 1_794_240_000_000,
      title: '行程入账通知',
      page: good.page,
      rows: [
        { label: '行程', value: '布吉 → 福田' },
        { label: '减排克数', value: '846' },
        { label: '时间', value: '2026年11月10日 08:05' },
      ],
    },
  ]);
});
