import { type FakeWx, installFakeWx, ok } from './fake-wx';

let phone: FakeWx;
beforeEach(() => {
  jest.resetModules();
  phone = installFakeWx();
});

describe('a bind code that was made', () => {
  const code = (leftMs: number) => ({ code: 'AB12CD34', expiresAtMs: Date.now() + leftMs });

  test('is shown again while it is good, since codes are few an hour', async () => {
    const { keepBindCode, liveBindCode } = await import('../../../miniprogram/services/bind-code-copy');
    expect(liveBindCode()).toBeNull();
    const made = code(600_000);
    keepBindCode(made);
    expect(liveBindCode()).toEqual(made);
  });

  test('is not shown when it is about to run out, was used, or consent was withdrawn', async () => {
    const { dropBindCode, keepBindCode, liveBindCode } = await import(
      '../../../miniprogram/services/bind-code-copy'
    );
    const { withdrawConsent } = await import('../../../miniprogram/services/riders');
    keepBindCode(code(20_000));
    expect(liveBindCode()).toBeNull();
    keepBindCode(code(600_000));
    dropBindCode();
    expect(liveBindCode()).toBeNull();
    keepBindCode(code(600_000));
    phone.answer = () => ok({});
    await withdrawConsent();
    expect(liveBindCode()).toBeNull();
  });
});

test('the phone knows whether somebody has been led through the onboarding', async () => {
  const memory = await import('../../../miniprogram/services/onboarding-memory');
  expect(memory.hasLeftOnboarding()).toBe(false);
  memory.rememberOnboardingLeft();
  expect(memory.hasLeftOnboarding()).toBe(true);
});
