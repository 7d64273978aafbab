import { runJob } from '../../../../cloudfunctions/domain/jobs';
import { readPayingOut } from '../../../../cloudfunctions/domain/ledger';
import { poolSealedIntake, sealDay } from '../../../../cloudfunctions/domain/seals';
import { verifySealedDays, verifyWholeLedger } from '../../../../cloudfunctions/domain/verification';
import { PartnerClient } from '../../../support/partner';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';
import { closeDue, DAY_MS, later, ledgerReport, richRider } from './leaving-rider';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

test('sealed and pooled, a closed account with a ride taken back afterwards alarms nobody and stops nothing', async () => {
  const partner = new PartnerClient(product);
  const { platform } = product;
  await richRider(product, partner, 'o-closed');
  await richRider(product, partner, 'o-staying');
  await product.data('o-closed', 'personalData.requestDeletion', {});
  await closeDue(later(platform, 31 * DAY_MS));
  await closeDue(later(platform, 31 * DAY_MS + 130_000));
  await partner.post('reversals', { ticketId: 'o-closed-ticket-1', reason: '退票' });
  for (const days of [33, 45]) {
    const then = later(platform, days * DAY_MS);
    for (const job of [sealDay, poolSealedIntake, verifySealedDays, verifyWholeLedger]) {
      expect(await runJob(then, job, Number.MAX_SAFE_INTEGER)).toBe('finished');
    }
  }
  expect(await platform.database.find({ name: 'alarms' }, { where: {}, limit: 10 })).toEqual([]);
  expect((await readPayingOut(platform)).payingOut).toBe(true);
  const report = await ledgerReport(product);
  expect(report).toMatchObject({ ok: true, faults: [] });
  expect(report.equations[0]).toMatchObject({ holds: true, right: expect.stringContaining('pool') });
}, 120_000);
