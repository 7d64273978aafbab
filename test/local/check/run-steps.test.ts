import { runSteps } from '../../../local/check/run-steps';
import { type Step, stepFailed, stepPassed } from '../../../local/check/step';
import { jestResult } from '../../../local/check/steps/tests';

async function run(...steps: Step[]): Promise<{ code: number; text: string }> {
  let text = '';
  const code = await runSteps(steps, more => {
    text += more;
  });
  return { code, text };
}

const good: Step = { name: 'good', run: async () => stepPassed() };
const bad: Step = { name: 'bad', run: async () => stepFailed('the reason\nin two lines') };
const throwing: Step = { name: 'throwing', run: () => Promise.reject(new Error('broke down')) };
const tests: Step = { name: 'tests', run: async () => ({ passed: 40, failed: 2, report: '' }) };

test('all steps run whatever fails, and the sum closes the output alone on its line', async () => {
  const { code, text } = await run(good, bad, throwing, tests, good);
  expect(text).toMatch(/\n42 passed, 4 failed\n$/);
  expect(text).toMatch(/✗ bad \(\d+\.\d s\)\n {4}the reason\n {4}in two lines\n/);
  expect(text).toMatch(/✗ throwing .*\n {4}Error: broke down/);
  expect(code).toBe(1);
});

test.each([
  { name: 'only passing steps', steps: [good, good], expected: 0 },
  { name: 'one failing step', steps: [good, bad], expected: 1 },
  { name: 'no step at all', steps: [], expected: 1 },
])('$name ends with $expected', async ({ steps, expected }) => {
  expect((await run(...steps)).code).toBe(expected);
});

test('a report of hundreds of lines is cut, and says so', async () => {
  const long: Step = { name: 'long', run: async () => stepFailed('line\n'.repeat(500)) };
  expect((await run(long)).text).toMatch(/… and 380 more lines/);
});

describe('jest’s report', () => {
  const counts = {
    numPassedTests: 5,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    numRuntimeErrorTestSuites: 0,
  };

  test.each([
    ['as it is', {}, 5, 0],
    ['failed tests', { numFailedTests: 2 }, 5, 2],
    ['a suite that could not be loaded', { numRuntimeErrorTestSuites: 1 }, 5, 1],
    ['a skipped test', { numPendingTests: 1 }, 5, 1],
    ['a test that is only named', { numTodoTests: 1 }, 5, 1],
    ['no test at all', { numPassedTests: 0 }, 0, 1],
  ])('with %s', (_what, changed, passed, failed) => {
    expect(jestResult(JSON.stringify({ ...counts, ...changed }))).toMatchObject({ passed, failed });
  });
});
