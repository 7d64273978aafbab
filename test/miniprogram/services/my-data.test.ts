import { installFakeWx, ok } from './fake-wx';

const deletion = { requestedAtMs: 1, dueAtMs: 2 };

async function openPhone() {
  jest.resetModules();
  const phone = installFakeWx();
  return { phone, ...(await import('../../../miniprogram/services/my-data')) };
}

test('consent and deletion are asked afresh, and out of reach told from the copy', async () => {
  const { phone, myData } = await openPhone();
  phone.answer = () => ok({ uid: 'u', isNew: false, consent: { policyVersion: 'v', given: true }, deletion });
  const known = { data: { isConsentGiven: true, deletion } };
  expect(await myData()).toMatchObject({ ...known, isStored: false });
  const { atMs } = await myData();
  expect(phone.procedures).toEqual(['riders.signIn', 'riders.signIn']);
  phone.answer = () => Promise.reject(new Error('offline'));
  expect(await myData()).toEqual({ ...known, atMs, isStored: true });
});

test('a deletion that is asked for or called off is known to every page at once', async () => {
  const { phone } = await openPhone();
  const riders = await import('../../../miniprogram/services/riders');
  const { cancelDeletion, requestDeletion } = await import('../../../miniprogram/services/personal-data');
  let asked: typeof deletion | null = null;
  phone.answer = ({ procedure }) => {
    if (procedure === 'personalData.requestDeletion') asked = deletion;
    if (procedure === 'personalData.cancelDeletion') asked = null;
    return ok({ uid: 'u', isNew: false, consent: { policyVersion: 'v', given: true }, deletion: asked });
  };
  expect((await riders.session()).deletion).toBeNull();
  expect(await requestDeletion()).toEqual(deletion);
  expect((await riders.session()).deletion).toEqual(deletion);
  await cancelDeletion();
  expect((await riders.session()).deletion).toBeNull();
});
