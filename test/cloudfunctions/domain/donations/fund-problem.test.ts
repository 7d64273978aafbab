import type { Fund } from '../../../../cloudfunctions/domain/donations';
import { fundProblem } from '../../../../cloudfunctions/domain/donations/fund-problem';
import { exampleFunds } from '../../../../cloudfunctions/domain/donations/seed';

const organisation = {
  name: '某某基金会',
  creditCode: '53100000500000000X',
  agreement: '2026-08-01 第 12 号',
};
const real: Fund = {
  _id: 'trees-2027',
  name: '城市补植',
  kind: 'planting',
  purpose: '补种树苗。',
  organisation,
  isOpen: true,
  place: 1,
};

test.each(exampleFunds.map(fund => [fund.name, fund] as const))(
  '%s is whole and promises nothing',
  (_, fund) => {
    expect(fundProblem(fund)).toBeNull();
    expect(fund.organisation).toBeNull();
    expect(fund.name).toContain('示例');
  },
);

test('a fund with an organisation and an agreement is whole', () => expect(fundProblem(real)).toBeNull());

test.each<[string, object]>([
  ['no organisation and no word of being an example', { organisation: null }],
  ['an organisation forgotten', { organisation: undefined }],
  ['an organisation without a name', { organisation: { ...organisation, name: ' ' } }],
  ['a registration that is none', { organisation: { ...organisation, creditCode: '53100000500000000I' } }],
  ['a registration too short', { organisation: { ...organisation, creditCode: '531' } }],
  ['no agreement', { organisation: { ...organisation, agreement: '' } }],
  ['an id with a colon', { _id: 'a:b' }],
  ['a name too long for its card', { name: '很'.repeat(21) }],
  ['another kind', { kind: 'lottery' }],
  ['no purpose', { purpose: '' }],
  ['a place as text', { place: '1' }],
])('%s', (_, change) => {
  expect(fundProblem({ ...real, ...change } as Fund)).toEqual({
    field: expect.any(String),
    reason: expect.any(String),
  });
});
