import { assembleManifest } from '../../../../local/build/product/assemble-manifest';
import { BuildError } from '../../../../local/build/product/build-error';
import { buildProduct } from '../../../../local/build/product/build-product';
import { findSources } from '../../../../local/build/product/find-sources';
import { loadDeclarations } from '../../../../local/build/product/load-declarations';
import { fixtureProject, removeFixtures } from '../fixture-project';
import { goodProduct } from './good-product';

afterEach(removeFixtures);

const unit = 'cloudfunctions/functions/hello/unit.ts';
const collections = 'cloudfunctions/domain/fruit/collections.ts';
const environment = 'cloudfunctions/platform/environment.ts';

/** Each row spoils the good product at one place; the message has to name the file or the declaration. */
const rows: { spoiled: string; file: string; from: string; to: string; message: RegExp }[] = [
  {
    spoiled: 'a timeout over 60 s',
    file: unit,
    from: 'timeoutSeconds: 20',
    to: 'timeoutSeconds: 61',
    message: /hello\/unit.ts[\s\S]*timeoutSeconds/,
  },
  { spoiled: 'a memory that nobody sells', file: unit, from: '256', to: '300', message: /memoryMegabytes/ },
  {
    spoiled: 'a cron of five fields',
    file: unit,
    from: '0 * * * * * *',
    to: '* * * * *',
    message: /seven fields/,
  },
  { spoiled: 'a misspelt field', file: unit, from: 'timer:', to: 'timmer:', message: /timmer/ },
  {
    spoiled: 'a name that is not the folder’s',
    file: unit,
    from: `name: 'hello'`,
    to: `name: 'hallo'`,
    message: /hello\/unit.ts names itself hallo/,
  },
  {
    spoiled: 'an undeclared variable',
    file: unit,
    from: `['EVIDENCE_KEY']`,
    to: `['OTHER_KEY']`,
    message: /hello reads OTHER_KEY/,
  },
  {
    spoiled: 'a unit that imports the SDK',
    file: unit,
    from: 'export const',
    to: `import 'wx-server-sdk'; export const`,
    message: /imports wx-server-sdk/,
  },
  {
    spoiled: 'a collection that clients can read',
    file: collections,
    from: 'read: false',
    to: 'read: true',
    message: /fruit\/collections.ts[\s\S]*read/,
  },
  {
    spoiled: 'a collection declared twice',
    file: collections,
    from: `name: 'apples'`,
    to: `name: 'pears'`,
    message: /collection pears is declared twice/,
  },
  {
    spoiled: 'an index without fields',
    file: collections,
    from: `[{ field: 'owner', direction: 1 }]`,
    to: '[]',
    message: /fields/,
  },
  { spoiled: 'a seed without _id', file: collections, from: `_id: 'red', `, to: '', message: /_id/ },
  {
    spoiled: 'a variable declared twice',
    file: environment,
    from: '[{',
    to: `[{ name: 'EVIDENCE_KEY', value: '' }, {`,
    message: /EVIDENCE_KEY is declared twice/,
  },
];

test.each(rows)('$spoiled stops the build', async ({ file, from, to, message }) => {
  const good = goodProduct[file] ?? '';
  expect(good).toContain(from);
  const root = fixtureProject({ ...goodProduct, [file]: good.replace(from, to) });
  const building = buildProduct(root);
  await expect(building).rejects.toThrow(BuildError);
  await expect(building).rejects.toThrow(message);
});

test('a folder of functions/ without unit.ts stops the build instead of being left out', async () => {
  const root = fixtureProject({ ...goodProduct, 'cloudfunctions/functions/half/index.ts': '' });
  await expect(buildProduct(root)).rejects.toThrow('cloudfunctions/functions/half/unit.ts is missing');
});

test('a function whose code does not compile stops the build with file and line', async () => {
  const root = fixtureProject({
    ...goodProduct,
    'cloudfunctions/functions/hello/index.ts': 'export const = 1;',
  });
  await expect(buildProduct(root)).rejects.toThrow(/hello\/index.ts:1:13/);
});

test('a bundle over the size limit stops the build', async () => {
  const large = `export const main = ${JSON.stringify('x'.repeat(1_300_001))};`;
  const root = fixtureProject({ ...goodProduct, 'cloudfunctions/functions/hello/index.ts': large });
  await expect(buildProduct(root)).rejects.toThrow(/function hello: \d+ bytes, more than 1300000/);
});

const templates = `export const messageTemplates = [{ key: 'pear-ripe', title: '梨熟了', environment: 'PEAR_TEMPLATE',
  page: 'pages/pears/pears', trigger: 'A pear was ripe.',
  fields: [{ name: 'thing1', label: '品种' }, { name: 'time2', label: '时间' }] }];`;
const withTemplate = {
  ...goodProduct,
  'cloudfunctions/domain/fruit/message-templates.ts': templates,
  [environment]: `export const environment = [{ name: 'EVIDENCE_KEY', generate: 'hex32' },
    { name: 'PEAR_TEMPLATE', template: 'pear-ripe' }];`,
};

test.each([
  [
    'whose id nobody declares',
    'PEAR_TEMPLATE',
    'APPLE_TEMPLATE',
    /pear-ripe: .* does not declare APPLE_TEMPLATE/,
  ],
  ['with a field of no type of WeChat', 'thing1', 'words1', /message-templates.ts[\s\S]*such as thing1/],
  [
    'with a slash before its page',
    'pages/pears',
    '/pages/pears',
    /message-templates.ts[\s\S]*without a slash/,
  ],
])('a message template %s stops the build, and the good one does not', async (_what, from, to, message) => {
  const good = fixtureProject(withTemplate);
  const manifest = assembleManifest(await loadDeclarations(good, findSources(good)));
  expect(manifest.messageTemplates).toHaveLength(1);
  const file = 'cloudfunctions/domain/fruit/message-templates.ts';
  const root = fixtureProject({ ...withTemplate, [file]: templates.replace(from, to) });
  await expect(buildProduct(root)).rejects.toThrow(message);
});
