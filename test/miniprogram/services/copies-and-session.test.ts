import { type FakeWx, installFakeWx, ok, refused } from './fake-wx';

let phone: FakeWx;
beforeEach(() => {
  jest.resetModules();
  phone = installFakeWx();
});

const services = async () => ({
  ...(await import('../../../miniprogram/services/bindings')),
  ...(await import('../../../miniprogram/services/consent-memory')),
  ...(await import('../../../miniprogram/services/offline-copy')),
  ...(await import('../../../miniprogram/services/riders')),
});
const offline = () => Promise.reject(new Error('offline'));
const session = { uid: 'u', isNew: false, consent: { policyVersion: '2026-11-01', given: false } };

describe('offline copies', () => {
  test('out of reach of the server the last answer is shown with its time', async () => {
    const { listBindings } = await services();
    phone.answer = () => ok({ bindings: [{ bindingId: 'b' }] });
    const read = await listBindings();
    expect(read).toMatchObject({ data: [{ bindingId: 'b' }], isStored: false });
    phone.answer = offline;
    expect(await listBindings()).toEqual({ ...read, isStored: true });
  });

  test('without a copy the error is told', async () => {
    const { listBindings } = await services();
    phone.answer = offline;
    await expect(listBindings()).rejects.toMatchObject({ code: 'UNREACHABLE' });
  });

  test('a page can do without what is out of reach, but not without knowing of a refusal', async () => {
    const { ifInReach, listBindings } = await services();
    phone.answer = offline;
    expect(await ifInReach(listBindings())).toBeNull();
    phone.answer = () => refused('FORBIDDEN');
    await expect(ifInReach(listBindings())).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  test("the server's own refusal is never covered by a copy", async () => {
    const { listBindings } = await services();
    phone.answer = () => ok({ bindings: [] });
    await listBindings();
    phone.answer = () => refused('FORBIDDEN');
    await expect(listBindings()).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  test('a view of the last time is there to begin with, until consent is withdrawn', async () => {
    const { storedView, storeView, withdrawConsent } = await services();
    expect(storedView('home')).toBeNull();
    storeView('home', { total: 3 });
    expect(storedView('home')).toEqual({ total: 3 });
    phone.answer = () => ok({});
    await withdrawConsent();
    expect(storedView('home')).toBeNull();
  });

  test('withdrawing consent forgets every copy and keeps the settings', async () => {
    const { listBindings, withdrawConsent } = await services();
    phone.setStorageSync('elder-mode', true);
    phone.answer = () => ok({ bindings: [] });
    await listBindings();
    await withdrawConsent();
    phone.answer = offline;
    await expect(listBindings()).rejects.toMatchObject({ code: 'UNREACHABLE' });
    expect(phone.stored.get('elder-mode')).toBe(true);
  });
});

describe('the session', () => {
  test('of another rider than the last one finds nothing of that one on the phone', async () => {
    const riders = await services();
    phone.setStorageSync('elder-mode', true);
    phone.answer = () => ok(session);
    await riders.session();
    riders.storeView('home', { total: 3 });
    phone.setStorageSync('collected-bubbles', [1]);
    await riders.renewSession();
    expect(riders.storedView('home')).toEqual({ total: 3 });
    phone.answer = () => ok({ ...session, uid: 'another', isNew: true });
    await riders.renewSession();
    expect(riders.storedView('home')).toBeNull();
    expect(phone.stored.has('collected-bubbles')).toBe(false);
    expect(phone.stored.get('elder-mode')).toBe(true);
  });

  test('is asked for once', async () => {
    const riders = await services();
    phone.answer = () => ok(session);
    await Promise.all([riders.session(), riders.session()]);
    await riders.session();
    expect(phone.procedures).toEqual(['riders.signIn']);
  });

  test('is asked for again after a failure', async () => {
    const riders = await services();
    phone.answer = offline;
    await expect(riders.session()).rejects.toMatchObject({ code: 'UNREACHABLE' });
    phone.answer = () => ok(session);
    expect(await riders.session()).toEqual(session);
  });

  test('agrees to the version that was shown, and is asked for again', async () => {
    const riders = await services();
    phone.answer = () => ok(session);
    await riders.giveConsent('2026-11-01');
    expect(phone.sent.at(-1)).toMatchObject({
      procedure: 'riders.giveConsent',
      input: { policyVersion: '2026-11-01' },
    });
    await riders.session();
    expect(phone.procedures).toEqual(['riders.giveConsent', 'riders.signIn']);
  });

  test('leaves behind what the phone may take for granted about consent, until that changes', async () => {
    const riders = await services();
    phone.answer = () => ok({ ...session, consent: { ...session.consent, given: true } });
    expect(riders.rememberedConsent()).toBeNull();
    await riders.session();
    expect(riders.rememberedConsent()).toBe(true);
    await riders.withdrawConsent();
    expect(riders.rememberedConsent()).toBeNull();
    phone.answer = () => ok(session);
    await riders.session();
    expect(riders.rememberedConsent()).toBe(false);
    await riders.giveConsent('2026-11-01');
    expect(riders.rememberedConsent()).toBeNull();
  });

  test('counts a newcomer only after consent, and never fails for it', async () => {
    const riders = await services();
    const seen = { step: 'value', action: 'seen' } as const;
    phone.answer = () => ok({ ...session, consent: { ...session.consent, given: false } });
    await riders.recordOnboarding(seen);
    expect(phone.procedures).toEqual(['riders.signIn']);
    phone.answer = () => ok({ ...session, consent: { ...session.consent, given: true } });
    await riders.renewSession();
    await riders.recordOnboarding(seen);
    expect(phone.sent.at(-1)).toMatchObject({ procedure: 'riders.recordOnboarding', input: seen });
    phone.answer = () => {
      throw new Error('no network');
    };
    await expect(riders.recordOnboarding(seen)).resolves.toBeUndefined();
  });
});
