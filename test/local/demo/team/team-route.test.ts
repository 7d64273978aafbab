import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { claimHashOf, newClaimCode } from '../../../../local/claim/claim-code';
import { Dispatcher } from '../../../../local/cloud/http/dispatcher';
import { RequestGuard } from '../../../../local/cloud/http/guard';
import { listen, type RunningServer } from '../../../../local/cloud/http/server';
import { allowClaim } from '../../../../local/demo/team/allow-claim';
import { TeamFile } from '../../../../local/demo/team/team-file';
import { teamRoute } from '../../../../local/demo/team/team-route';

/** The secret of RFC 6238’s examples. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const AT_MS = 1_111_111_109_000;

let folder: string;
let server: RunningServer;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'team-'));
  server = await listen(0, port => {
    const dispatcher = new Dispatcher(new RequestGuard(port));
    dispatcher.mount('/team', teamRoute({ file: TeamFile.open(folder), nowMs: () => AT_MS }));
    return dispatcher;
  });
});
afterEach(async () => {
  await server.close(100);
  rmSync(folder, { recursive: true, force: true });
});

const get = async (openid: string): Promise<unknown> =>
  (await fetch(`http://127.0.0.1:${server.port}/team/code?openid=${openid}`)).json();

const post = (body: unknown, type = 'application/json'): Promise<Response> =>
  fetch(`http://127.0.0.1:${server.port}/team/secrets`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: JSON.stringify(body),
  });

test('a secret that was put in gives the codes of the endpoint’s time, also to the next start', async () => {
  expect(await get('somebody')).toEqual({ shown: null });
  const shown = { shown: { code: '081804', remainingMs: 1000 } };
  expect(await (await post({ openid: 'somebody', secret: SECRET })).json()).toEqual(shown);
  expect(await get('somebody')).toEqual(shown);
  expect(await get('somebody-else')).toEqual({ shown: null });
  expect(TeamFile.open(folder).state.secrets).toEqual({ somebody: SECRET });
  expect(statSync(path.join(folder, 'team.json')).mode & 0o777).toBe(0o600);
});

test.each([
  ['a secret that is none', { openid: 'somebody', secret: 'no secret' }, 'application/json', 400],
  ['no person', { openid: '', secret: SECRET }, 'application/json', 400],
  ['what a page of another site could send', { openid: 'somebody', secret: SECRET }, 'text/plain', 415],
])('%s is refused', async (_, body, type, status) => {
  expect((await post(body, type)).status).toBe(status);
  expect(await get('somebody')).toEqual({ shown: null });
});

const environment = (): Record<string, string> =>
  JSON.parse(readFileSync(path.join(folder, 'environment.json'), 'utf8'));

test('a new folder lets the team be claimed by the code in its file; one in use keeps what it has', () => {
  allowClaim(folder);
  const { claimCode } = TeamFile.open(folder).state;
  expect(environment()).toEqual({ FIRST_ADMIN_CODE_HASH: claimHashOf(claimCode) });
  writeFileSync(path.join(folder, 'environment.json'), '{"FIRST_ADMIN_CODE_HASH":"none"}');
  allowClaim(folder);
  expect(environment()).toEqual({ FIRST_ADMIN_CODE_HASH: 'none' });
});

test('a team file that cannot be understood is named, not written over', () => {
  writeFileSync(path.join(folder, 'team.json'), '{}');
  expect(() => TeamFile.open(folder)).toThrow('team.json 不是演示的员工文件');
});

test('claim codes are four groups of what people can copy, and never the same', () => {
  const codes = Array.from({ length: 20 }, newClaimCode);
  for (const code of codes) expect(code).toMatch(/^(?:[2-9A-HJKMNP-Z]{5}-){3}[2-9A-HJKMNP-Z]{5}$/);
  expect(new Set(codes).size).toBe(codes.length);
});
