import type { CloudCall, OperatorAnswer } from '../simulator-contract';

/** What WeChat has brought to somebody. */
export interface ServiceMessage {
  atMs: number;
  title: string;
  rows: { label: string; value: string }[];
  /** Page and query that a tap opens, without a slash before it. */
  page: string;
}

/** The routes of the machine that serves this page. */
export class Endpoint {
  /** What to add to the browser's time to get the endpoint's. */
  #offsetMs = 0;

  constructor(readonly hasCloud: boolean) {}

  nowMs(): number {
    return Date.now() + this.#offsetMs;
  }

  async readClock(): Promise<number> {
    return this.hasCloud ? this.#adopt(await ask('/clock')) : this.nowMs();
  }

  /** Runs every timer on the way. */
  async walk(advanceMs: number): Promise<number> {
    return this.#adopt(await ask('/clock', { advanceMs }));
  }

  /** Leaves out the timers in between. */
  async jumpTo(nowMs: number): Promise<number> {
    return this.#adopt(await ask('/clock', { nowMs: Math.round(nowMs) }));
  }

  /** A moment after the next timer is due, so that walking there runs it. */
  async nextTimer(): Promise<number> {
    const { atMs } = (await ask(`/simulator/next-timer?after=${Math.round(this.nowMs())}`)) as {
      atMs: number;
    };
    return this.walk(Math.max(0, Math.ceil(atMs - (await this.readClock()))) + 1);
  }

  async calls(limit: number): Promise<CloudCall[]> {
    if (!this.hasCloud) return [];
    return ((await ask(`/calls?limit=${limit}`)) as { calls: CloudCall[] }).calls;
  }

  async operator(action: 'rides' | 'bindings', body: object): Promise<OperatorAnswer> {
    return (await ask(`/operator/${action}`, body)) as OperatorAnswer;
  }

  /** Titles of message templates by their ids, as WeChat's window shows them. */
  async templateTitles(): Promise<Map<string, string>> {
    if (!this.hasCloud) return new Map();
    const { templates } = (await ask('/wechat/templates')) as {
      templates: { templateId: string; title: string }[];
    };
    return new Map(templates.map(({ templateId, title }) => [templateId, title]));
  }

  /** Latest first. */
  async serviceMessages(openid: string): Promise<ServiceMessage[]> {
    if (!this.hasCloud) return [];
    const answer = await ask('/wechat/messages', undefined, { 'x-wx-openid': openid });
    return (answer as { messages: ServiceMessage[] }).messages;
  }

  #adopt(answer: unknown): number {
    const { nowMs } = answer as { nowMs: number };
    this.#offsetMs = nowMs - Date.now();
    return nowMs;
  }
}

/** @throws Error with what the machine said */
export async function ask(
  path: string,
  body?: object,
  headers: Record<string, string> = {},
): Promise<unknown> {
  const request: RequestInit =
    body === undefined
      ? { headers }
      : {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify(body),
        };
  const response = await fetch(path, request);
  const answer = (await response.json()) as { message?: string };
  if (!response.ok) throw new Error(answer.message ?? `${path} 答复 ${response.status}`);
  return answer;
}
