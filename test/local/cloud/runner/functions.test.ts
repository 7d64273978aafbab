import type { Cloud } from '../../../../local/cloud';
import { callAs, type Reply, resultOf } from '../requests';
import { startTestCloud, stopTestClouds } from '../test-cloud';

let cloud: Cloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(stopTestClouds);

const call = (way: string): Promise<Reply> => callAs(cloud.url, 'o-ann', 'misbehave', { way });

describe('a function that goes wrong', () => {
  test.each([
    ['throw', -504002, 'FUNCTIONS_EXECUTE_FAIL', 'TypeError: thrown on purpose'],
    ['throwText', -504002, 'FUNCTIONS_EXECUTE_FAIL', 'only a text'],
    ['reject', -504002, 'FUNCTIONS_EXECUTE_FAIL', 'rejected on purpose'],
    ['no such way', -504002, 'FUNCTIONS_EXECUTE_FAIL', 'is not a function'],
    ['exit', -504002, 'FUNCTIONS_EXECUTE_FAIL', 'exited with code 3'],
    ['crashLater', -504002, 'FUNCTIONS_EXECUTE_FAIL', 'exited with code 1'],
    ['circular', -504002, 'FUNCTIONS_EXECUTE_FAIL', 'circular'],
    ['bigint', -504002, 'FUNCTIONS_EXECUTE_FAIL', 'BigInt'],
    ['hang', -504003, 'FUNCTIONS_TIME_LIMIT_EXCEEDED', 'timed out after 1 seconds'],
    ['never', -504003, 'FUNCTIONS_TIME_LIMIT_EXCEEDED', 'timed out after 1 seconds'],
    ['huge', -501001, 'EXCEED_MAX_RESPONSE_SIZE', '6MB'],
  ])('%s answers %i %s, and the next call works', async (way, errCode, code, message) => {
    const { status, json } = await call(way);
    expect({ status, json }).toMatchObject({ status: 200, json: { errCode } });
    expect(JSON.stringify(json)).toContain(code);
    expect(JSON.stringify(json)).toContain(message);
    expect(await resultOf(call('well'))).toBe('well');
  });

  // These two fill real memory, so they get the time that a busy machine needs for it.
  test.each(['buffers'])('%s is ended for its memory, and the next call works', async way => {
    const { json } = await call(way);
    expect(JSON.stringify(json)).toMatch(/FUNCTIONS_(MEMORY|TIME)_LIMIT_EXCEEDED/);
    expect(await resultOf(call('well'))).toBe('well');
  });
});
