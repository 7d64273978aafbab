import type { FactorSet } from '../../cloudfunctions/domain/factors';

/** Cars of 272 g a kilometre, for partners who report shared ones. */
export const beijingFactors: FactorSet = {
  _id: 'bj-test',
  city: 'beijing',
  name: '北京市减排因子（测试）',
  validFromDay: '2021-01-01',
  validToDay: null,
  rows: [
    {
      mode: 'carpool',
      form: 'baseline-emission',
      baselineMilligramsPerKm: 272_000,
      emissionMilligramsPerKm: 272_000,
      year: '2019',
      source: '报道',
      standing: 'derived',
      note: '',
    },
  ],
  uncertaintyNote: '测试。',
};
