import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import type { OpenApiHandler } from '../protocol/open-api/registry';
import { writeFileDurably } from '../write-file-durably';
import { fieldProblem } from './message-fields';

/** A template that the application has chosen, with the id that it has here. */
export interface KnownTemplate {
  templateId: string;
  title: string;
  fields: { name: string; label: string }[];
}

const sentMessage = z.object({
  openid: z.string(),
  atMs: z.int(),
  title: z.string(),
  rows: z.array(z.object({ label: z.string(), value: z.string() })),
  page: z.string(),
});
export type SentMessage = z.infer<typeof sentMessage>;

const kept = z.object({
  /** Sends that people have allowed and that are not used, by `<openid>:<template id>`. */
  allowed: z.record(z.string(), z.int()),
  sent: z.array(sentMessage),
});

export interface SubscriptionsWorld {
  /** The data folder. */
  folder: string;
  nowMs(): number;
  templates(): KnownTemplate[];
}

const MOST_KEPT = 500;
const openidShape = /^[A-Za-z0-9_-]{1,64}$/;

const failure = (errcode: number, errmsg: string): { errcode: number; errmsg: string } => ({
  errcode,
  errmsg,
});

/** What WeChat knows of subscribe messages: who has allowed how many, and what was sent. It outlives a restart. */
export class Subscriptions {
  readonly #file: string;
  readonly #state: z.infer<typeof kept>;

  constructor(readonly world: SubscriptionsWorld) {
    this.#file = path.join(world.folder, 'wechat-messages.json');
    this.#state = existsSync(this.#file)
      ? kept.parse(JSON.parse(readFileSync(this.#file, 'utf8')))
      : { allowed: {}, sent: [] };
  }

  /** Somebody has chosen 允许 for these templates; each is one send. Those that the application does not have are none. */
  allow(openid: string, templateIds: readonly string[]): void {
    const known = new Set(this.world.templates().map(({ templateId }) => templateId));
    for (const templateId of templateIds) if (known.has(templateId)) this.#change(openid, templateId, 1);
    this.#save();
  }

  /** Latest first. */
  sentTo(openid: string): SentMessage[] {
    return this.#state.sent.filter(message => message.openid === openid).reverse();
  }

  /** `subscribeMessage.send` with WeChat's checks in WeChat's order: whom, which template, what, and whether it is allowed. */
  readonly send: OpenApiHandler = ({ parameters }) => {
    const { touser: openid, template_id: templateId, page = '', data } = parameters;
    if (typeof openid !== 'string' || !openidShape.test(openid)) return failure(40003, 'invalid openid');
    const template = this.world.templates().find(one => one.templateId === templateId);
    if (template === undefined) return failure(40037, 'invalid template_id');
    if (typeof page !== 'string' || page.startsWith('/')) return failure(41030, 'invalid page');
    const problem = fieldProblem(
      template.fields.map(({ name }) => name),
      data,
    );
    if (problem !== null) return failure(47003, problem);
    if (this.#left(openid, template.templateId) === 0) return failure(43101, 'user refuse to accept the msg');
    this.#change(openid, template.templateId, -1);
    this.#keep(template, openid, page, data as Record<string, { value: string }>);
    return {};
  };

  #keep(
    { title, fields }: KnownTemplate,
    openid: string,
    page: string,
    data: Record<string, { value: string }>,
  ): void {
    const rows = fields.map(({ name, label }) => ({ label, value: data[name]?.value ?? '' }));
    this.#state.sent.push({ openid, atMs: this.world.nowMs(), title, rows, page });
    this.#state.sent.splice(0, Math.max(0, this.#state.sent.length - MOST_KEPT));
    this.#save();
  }

  #left(openid: string, templateId: string): number {
    return this.#state.allowed[`${openid}:${templateId}`] ?? 0;
  }

  #change(openid: string, templateId: string, by: number): void {
    this.#state.allowed[`${openid}:${templateId}`] = this.#left(openid, templateId) + by;
  }

  #save(): void {
    writeFileDurably(this.#file, JSON.stringify(this.#state));
  }
}
