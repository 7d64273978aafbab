import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';
import { accountsCases } from './accounts-cases';
import { attacksCases } from './attacks-cases';
import { codesCases } from './codes-cases';
import { joiningCases } from './joining-cases';
import { rightsCases } from './rights-cases';
import { CLAIM_CODE, START_MS, TestTeam } from './team';

/** One product for all: a start takes longer than most of these tests together. */
let product: Product;
let team: TestTeam;
beforeAll(async () => {
  product = await startProduct();
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

beforeEach(async () => {
  team = new TestTeam(product.platform, START_MS);
  await team.startOver(CLAIM_CODE);
});

joiningCases(() => team);
codesCases(() => team);
accountsCases(() => team);
rightsCases(() => team);
attacksCases(() => team);
