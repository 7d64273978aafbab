/**
 * What became of a send. `sent`: WeChat has taken it. `none-left`: the person has allowed no more sends of this template.
 * `wrong`: WeChat took nothing because of how it was asked. `unknown`: nobody knows, it may have been delivered.
 */
export type MessageOutcome =
  | { outcome: 'sent' | 'none-left' }
  | { outcome: 'wrong' | 'unknown'; problem: string };

export interface Message {
  openid: string;
  templateId: string;
  /** Page and query that a tap opens, without a slash before it. */
  page: string;
  /** By the names of the template's fields. */
  values: Readonly<Record<string, string>>;
}

/** Messages that WeChat brings to people who have asked for them. */
export interface Messages {
  /** Never throws: whatever happens is an outcome. */
  send(message: Message): Promise<MessageOutcome>;
}
