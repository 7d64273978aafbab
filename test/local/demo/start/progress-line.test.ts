import { type Output, ProgressLine } from '../../../../local/demo/start/progress-line';

function screen(isTTY: boolean): Output & { text: () => string } {
  const written: string[] = [];
  return { isTTY, write: text => written.push(text), text: () => written.join('') };
}

/** Three steps a day. */
const progress = (stepsDone: number) => ({
  stepsDone,
  stepsInAll: 90,
  daysDone: Math.floor(stepsDone / 3),
  daysInAll: 30,
  rides: 1234,
  grams: 56_789,
});

test('without a terminal there is a plain line every five days', () => {
  const output = screen(false);
  const line = new ProgressLine(output);
  for (let step = 1; step <= 90; step += 1) line.show(progress(step));
  line.end();
  const lines = output.text().trimEnd().split('\n');
  expect(lines).toHaveLength(6);
  expect(lines[0]).toBe('演示数据 ████░░░░░░░░░░░░░░░░░░░░ 第 5/30 天，1,234 次行程，56,789 碳积分');
  expect(lines[5]).toContain('第 30/30 天');
  expect(output.text()).not.toContain('\u001b');
});

test('on a terminal one line is rewritten, and what is said stands above it', () => {
  const output = screen(true);
  const line = new ProgressLine(output);
  line.show(progress(1));
  line.show(progress(7));
  expect(output.text()).not.toContain('\n');
  line.say('试一试');
  line.end();
  const afterClearing = output.text().split('\u001b[2K').slice(-1)[0];
  expect(afterClearing).toMatch(/^试一试\n演示数据 .* 第 2\/30 天.*\n$/);
});
