import { installFakeWx, ok } from './fake-wx';

test('what is stored about a rider is counted afresh, and out of reach told from the copy', async () => {
  jest.resetModules();
  const phone = installFakeWx();
  const { myData } = await import('../../../miniprogram/services/my-data');
  const answers: Record<string, unknown> = {
    'riders.signIn': { uid: 'u', isNew: false, consent: { policyVersion: 'v', given: true } },
    'bindings.list': { bindings: [{ bindingId: 'a' }, { bindingId: 'b' }] },
    'inbox.list': { notices: [], unread: 3, nextCursor: null },
  };
  phone.answer = ({ procedure }) => ok(answers[procedure]);
  const counted = { data: { isConsentGiven: true, cards: 2, unreadNotices: 3 } };
  expect(await myData()).toMatchObject({ ...counted, isStored: false });
  const { atMs } = await myData();
  expect(phone.procedures.filter(name => name === 'riders.signIn')).toHaveLength(2);
  phone.answer = () => Promise.reject(new Error('offline'));
  expect(await myData()).toEqual({ ...counted, atMs, isStored: true });
});
