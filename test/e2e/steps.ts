import type { Phone } from './phone';

/** Agrees to the guideline that is open. */
export async function agree(phone: Phone): Promise<void> {
  await phone.arrives('隐私保护指引');
  await phone.tap('同意并继续');
  await phone.arrives('三步认识碳点点');
}

/** Through the three steps to the bind card page. */
export async function walkThroughOnboarding(phone: Phone): Promise<void> {
  for (const [step, next] of ['知道了，继续', '明白了，继续', '绑定我的乘车卡'].entries()) {
    await phone.labelled(`第 ${step + 1} 步，共 3 步`).waitFor();
    await phone.tap(next);
  }
  await phone.arrives('绑定乘车卡');
}

/** Copies the code, which puts it into the panel, and has the operator confirm it; the phone finds out by itself. */
export async function bindCard(phone: Phone): Promise<void> {
  const field = phone.shell('bind-code');
  await phone.tap('复制绑定码');
  await field.and(phone.page.locator(':not(:placeholder-shown)')).waitFor();
  const said = await phone.operator('bind');
  if (!said.includes('已绑定')) throw new Error(`the operator said: ${said}`);
  await phone.sees('绑好了');
}

/** The code as the phone shows it. */
export async function shownCode(phone: Phone): Promise<string> {
  const label = await phone.labelled(/^绑定码：/).getAttribute('aria-label');
  return (label ?? '').replace('绑定码：', '').replaceAll(' ', '');
}
