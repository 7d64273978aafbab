import { randomBytes } from 'node:crypto';
import type { OpenApiHandler } from '../protocol/open-api/registry';
import { type PushSettings, sealPush } from './seal-push';

/** What the peer says of pictures until somebody wants something else; `silent` never answers. */
export const mediaAnswers = ['pass', 'review', 'risky', 'silent'] as const;
export type MediaAnswer = (typeof mediaAnswers)[number];

export interface MediaCheckWorld {
  nowMs(): number;
  settings(): PushSettings;
  /** Where the mini-program's pushes go to, e.g. `http://127.0.0.1:8080/official-account/mini-program`. */
  address(): string;
  answer(): MediaAnswer;
}

const BAD_PARAMETER = { errcode: 47001, errmsg: 'data format error' };
const MOST_BYTES = 10 * 1024 * 1024;
/** WeChat answers within half an hour; here within a second or two. */
const ANSWER_AFTER_MS = 800;
const labels: Record<Exclude<MediaAnswer, 'silent'>, number> = { pass: 100, review: 21000, risky: 20006 };

const wellFormed = (given: Record<string, unknown>): boolean =>
  typeof given.media_url === 'string' &&
  (given.media_type === 1 || given.media_type === 2) &&
  given.version === 2 &&
  typeof given.openid === 'string' &&
  given.openid !== '' &&
  [1, 2, 3, 4].includes(given.scene as number);

async function canBeFetched(address: string): Promise<boolean> {
  try {
    const response = await fetch(address);
    const bytes = await response.arrayBuffer();
    return response.ok && bytes.byteLength > 0 && bytes.byteLength <= MOST_BYTES;
  } catch {
    return false;
  }
}

const traceId = (): string => [4, 4, 4].map(length => randomBytes(length).toString('hex')).join('-');

function messageOf(
  world: MediaCheckWorld,
  openid: string,
  trace: string,
  answer: MediaAnswer | 'unreachable',
) {
  const head = {
    ToUserName: 'gh_local',
    FromUserName: openid,
    CreateTime: Math.floor(world.nowMs() / 1000),
    MsgType: 'event',
    Event: 'wxa_media_check',
    appid: world.settings().appId,
    trace_id: trace,
    version: 2,
  };
  if (answer === 'unreachable' || answer === 'silent') {
    return { ...head, detail: [], errcode: -1008, errmsg: '下载错误' };
  }
  const result = { suggest: answer, label: labels[answer] };
  const detail = [{ strategy: 'content_model', errcode: 0, ...result, prob: 90 }];
  return { ...head, detail, errcode: 0, errmsg: 'ok', result };
}

async function push(world: MediaCheckWorld, message: object): Promise<void> {
  const { query, body } = sealPush(world.settings(), message, world.nowMs());
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
  const response = await fetch(`${world.address()}?${query}`, init);
  if (!response.ok) process.stderr.write(`cloud: a push was answered with ${response.status}\n`);
}

/**
 * `security.mediaCheckAsync` as WeChat answers it: at once an id, a little later the push, encrypted and signed, at the
 * address of the mini-program's pushes. What the peer makes of pictures is chosen beforehand.
 */
export function mediaCheck(world: MediaCheckWorld): OpenApiHandler {
  return ({ parameters }) => {
    if (!wellFormed(parameters)) return BAD_PARAMETER;
    const trace = traceId();
    const { media_url: address, openid } = parameters as { media_url: string; openid: string };
    const chosen = world.answer();
    if (chosen === 'silent') return { trace_id: trace };
    const answer = async (): Promise<void> => {
      const found = await canBeFetched(address);
      await push(world, messageOf(world, openid, trace, found ? chosen : 'unreachable'));
    };
    // Nobody is there any more to hear it when the endpoint stops meanwhile.
    setTimeout(() => void answer().catch(() => undefined), ANSWER_AFTER_MS).unref();
    return { trace_id: trace };
  };
}
