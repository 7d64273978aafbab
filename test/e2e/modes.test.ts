import { factorSets } from '../../cloudfunctions/domain/factors/store';
import { demoPartners } from '../../local/demo/modes/demo-partners';
import { keepSecret } from '../../local/demo/modes/partner-secrets';
import { TeamFile } from '../../local/demo/team/team-file';
import { beijingFactors } from '../support/beijing-factors';
import { plantPartner } from '../support/partner';
import { type Product, START_TIMEOUT_MS } from '../support/product';
import { type City, startCity } from './city';
import type { Phone } from './phone';
import { bindCard } from './steps';

const BIND_PAGE = '/packages/cards/bind/bind';
const HOUR_MS = 3_600_000;
const WHO = 'newcomer-by-modes';

const shanghaiFactors = {
  ...beijingFactors,
  _id: 'sh-test',
  city: 'shanghai',
  rows: [
    {
      mode: 'nev' as const,
      form: 'reduction' as const,
      reductionMilligramsPerKm: 88_000,
      year: '2026',
      source: '测试。',
      standing: 'secondary' as const,
      note: '测试。',
    },
  ],
};

/** The demo's partners as they stand when the demo's month is over. */
async function partnersJoin(product: Product): Promise<void> {
  await product.platform.database.add(factorSets, beijingFactors);
  await product.platform.database.add(factorSets, shanghaiFactors);
  const file = TeamFile.open(product.dataFolder);
  for (const partner of demoPartners) {
    const { partnerId, name, city, modes } = partner;
    const { secret } = await plantPartner(product, partnerId, { name, city, modes: [...modes] });
    keepSecret(file, partner, secret);
  }
}

let city: City;
beforeAll(async () => {
  city = await startCity({}, { variables: {}, happens: partnersJoin });
  await city.product.signedInRider(WHO, { consent: true });
}, START_TIMEOUT_MS);
afterEach(async () => expect(await city.putAway()).toEqual([]));
afterAll(() => city?.stop());

const choose = (phone: Phone, mode: string) => phone.shell('ride-mode').selectOption(mode);

test('every mode earns with the panel’s tools: its account is bound, its ride is sent, and the rider sees both', async () => {
  const phone = await city.open(WHO);
  await choose(phone, 'shared-e-bike');
  expect(await phone.operator('ride')).toContain('还没有绑定');
  // The next rides are to begin after this one, of which the panel cannot know.
  await city.product.advanceClock(HOUR_MS);
  const paid: string[] = [];
  for (const { modes, name } of demoPartners) {
    await phone.show(BIND_PAGE);
    await choose(phone, modes[0]!);
    await bindCard(phone);
    await phone.sees(`${name} 尾号`);
    for (const mode of modes) {
      await choose(phone, mode);
      paid.push(`${mode} ${/已入账：\d+ 碳积分/.test(await phone.operator('ride'))}`);
    }
  }
  expect(paid).toEqual(demoPartners.flatMap(({ modes }) => modes.map(mode => `${mode} true`)));
  const { trips } = await city.product.data(WHO, 'rides.list', { limit: 20 });
  // The ride that waited for the binding is among them.
  expect(trips.map(({ mode, state }) => `${mode} ${state}`).sort()).toEqual([
    'bus credited',
    'carpool credited',
    'nev credited',
    'shared-bike credited',
    'shared-e-bike credited',
    'shared-e-bike credited',
  ]);
  await phone.show('/pages/trips/trips');
  await phone.sees('合乘');
  await phone.sees('共享电单车起点');
});

test('a carpool of one is refused in words, a place that the mode does not have as well, and people say who signs', async () => {
  const phone = await city.open(WHO, { route: '/packages/earning/ways/ways' });
  await choose(phone, 'carpool');
  await phone.shell('ride-occupants').selectOption('1');
  expect(await phone.operator('ride')).toContain('NO_OCCUPANTS');
  await choose(phone, 'bus');
  await phone.shell('ride-from').fill('布吉');
  expect(await phone.operator('ride')).toContain('示例巴士没有“布吉”这个地点');
  await phone.sees(/^示例顺风车（北京）：/);
  await phone.sees(/^示例巴士：/);
});
