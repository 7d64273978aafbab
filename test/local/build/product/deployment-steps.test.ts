import { uploadPathOf } from '../../../../cloudfunctions/domain/reports/begin-upload';
import { deploymentSteps, storageRule } from '../../../../local/build/product/deployment-steps';
import { type Manifest, manifestShape } from '../../../../local/build/product/manifest-shape';

const manifest: Manifest = manifestShape.parse({
  manifestVersion: 1,
  environment: [
    { name: 'EVIDENCE_KEY', generate: 'hex32' },
    { name: 'FIRST_PARTNER_ID', value: 'bawei' },
    { name: 'PEAR_TEMPLATE', template: 'pear-ripe' },
  ],
  messageTemplates: [
    {
      key: 'pear-ripe',
      title: '梨熟了',
      environment: 'PEAR_TEMPLATE',
      page: 'pages/pears/pears',
      trigger: 'A pear was ripe.',
      fields: [
        { name: 'thing1', label: '品种' },
        { name: 'time2', label: '时间' },
      ],
    },
  ],
  functions: [
    {
      name: 'partner',
      timeoutSeconds: 20,
      memoryMegabytes: 256,
      environment: ['EVIDENCE_KEY'],
      http: { path: '/partner' },
    },
    {
      name: 'jobs',
      timeoutSeconds: 60,
      memoryMegabytes: 512,
      environment: [],
      timer: { name: 'often', cron: '0 */5 * * * * *' },
    },
  ],
  collections: [
    {
      name: 'trips',
      rule: { read: false, write: false },
      indexes: [
        {
          name: 'by_rider',
          unique: true,
          fields: [
            { field: 'rider', direction: 1 },
            { field: 'at', direction: -1 },
          ],
        },
      ],
      seed: [{ _id: 'first' }],
    },
  ],
});

test.each([
  ['the rule of a collection', /trips\n.*\{"read": false, "write": false\}/],
  ['an index with its directions', /by_rider \(唯一\): rider 升序, at 降序/],
  ['the seed documents', /trips, 1 documents\n.*\{"_id":"first"\}/],
  ['a secret to make', /EVIDENCE_KEY: make a secret/],
  ['a value that may stay', /FIRST_PARTNER_ID: bawei unless/],
  ['the id of a template', /PEAR_TEMPLATE: the id that WeChat gave .*, or none/],
  ['a template with its fields', /梨熟了\n.*品种 \(\{\{thing1\.DATA\}\}\), 时间 \(\{\{time2\.DATA\}\}\)/],
  ['timeout and memory of a function', /jobs\n.*超时时间 60 秒, 内存 512 MB/],
  ['the variables of a function', /partner\n.*\n.*环境变量: EVIDENCE_KEY/],
  ['a timer', /often: 0 \*\/5 \* \* \* \* \*/],
  ['the rule of the storage', /云存储.*\{"read": false, "write": "resource\.openid == auth\.openid && .*"\}/],
  ['a route', /\/partner → 云函数 partner/],
])('the steps show %s', (_what, pattern) => {
  expect(deploymentSteps(manifest)).toMatch(pattern);
});

test('the storage takes pictures of declared trips where they are put, and nothing elsewhere', () => {
  const { read, write } = JSON.parse(storageRule) as { read: boolean; write: string };
  const [, pattern = ''] = /\/(.*)\/\.test/.exec(write) ?? [];
  const isTaken = (path: string): boolean => new RegExp(pattern).test(path);
  expect(read).toBe(false);
  expect(isTaken(uploadPathOf('0123456789abcdefghijklmnop'))).toBe(true);
  for (const path of ['reports/a.jpg', 'exports/a.zip', 'report-uploads/a.html', 'x/report-uploads/a.jpg']) {
    expect(isTaken(path)).toBe(false);
  }
});
