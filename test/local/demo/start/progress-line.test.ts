import { type Output, ProgressLine } from '../../../../local/demo/start/progress-line';

function screen(isTTY: boolean): Output & { text: () => string } {
  const written: string[] = [];
  return { isTTY, write: text => written.push(text), text: () => written.join('') };
}

const progress = (percent: number) => ({
  share: percent / 100,
  daysDone: Math.floor((percent * 30) / 100),
  daysInAll: 30,
  rides: 1234,
  grams: 56_789,
});

/** A second passes for each percent. */
function linesOf(output: Output, percents: readonly number[]): ProgressLine {
  let nowMs = 0;
  const line = new ProgressLine(output, () => nowMs);
  for (const percent of percents) {
    nowMs = percent * 1000;
    line.show(progress(percent));
  }
  return line;
}

const hundred = Array.from({ length: 101 }, (_, percent) => percent);

test('without a terminal there is a plain line at once and then for every tenth', () => {
  const output = screen(false);
  linesOf(output, hundred).end();
  const lines = output.text().trimEnd().split('\n');
  expect(lines).toHaveLength(11);
  expect(lines[0]).toBe('城市正在醒来 ░░░░░░░░░░░░░░░░░░░░░░░░ 0 %，第 0/30 天，1,234 次行程，56,789 碳积分');
  expect(lines[2]).toContain(' 20 %，第 6/30 天');
  expect(lines[10]).toMatch(/█{24} 100 %，第 30\/30 天，1,234 次行程，56,789 碳积分$/);
  expect(output.text()).not.toContain('\u001b');
});

test.each([
  ['from the beginning', [0, 75], '约还需 25 秒'],
  ['after going on where an earlier start had stopped', [50, 75], '约还需 25 秒'],
])('it says how long the rest takes, %s', (_, percents, rest) => {
  const output = screen(false);
  linesOf(output, percents);
  expect(output.text()).toContain(rest);
});

test('it does not guess before there is anything to go by', () => {
  const output = screen(true);
  linesOf(output, [0, 1, 4]);
  expect(output.text()).not.toContain('约还需');
});

test('on a terminal one line is rewritten, and what is said stands above it', () => {
  const output = screen(true);
  const line = linesOf(output, [1, 8]);
  expect(output.text()).not.toContain('\n');
  line.say('试一试');
  line.end();
  const afterClearing = output.text().split('\u001b[2K').slice(-1)[0];
  expect(afterClearing).toMatch(/^试一试\n城市正在醒来 .* 8 %，第 2\/30 天.*\n$/);
});
