import type { MessageKey } from '../../contract/subscriptions';
import { beijingMinute } from '../../platform/beijing-time';
import { asTime, isFitting, shortened } from './message-fields';
import { messageTemplates } from './message-templates';

/** What messages are made of until they are sent; then it is forgotten. */
export interface RideFacts {
  tripId: string;
  /** `布吉 → 福田`, or the means of travel where places have no names. */
  route: string;
  grams: number;
  fromMs: number;
  /** Rides of the rider besides this one that came with the same delivery. */
  others: number;
}

export interface VerdictFacts {
  reportId: string;
  route: string;
  /** Null where it was refused. */
  credits: number | null;
  decidedAtMs: number;
}

export type MessageFacts = RideFacts | VerdictFacts;

type Template = (typeof messageTemplates)[number];
type FieldOf<Key extends MessageKey> = Extract<Template, { key: Key }>['fields'][number]['name'];

interface Worded<Name extends string> {
  values: Readonly<Record<Name, string>>;
  /** Behind the page of the template. */
  query: string;
}

const wordRide = ({ tripId, route, grams, fromMs, others }: RideFacts): Worded<FieldOf<'ride-credited'>> => ({
  values: {
    thing1: shortened(route),
    number2: String(grams),
    time3: asTime(beijingMinute(fromMs)),
    thing4: others > 0 ? `另有 ${others} 程一同入账` : '积分已到账，可查看计算过程',
  },
  query: `tripId=${encodeURIComponent(tripId)}`,
});

const wordVerdict = ({
  reportId,
  route,
  credits,
  decidedAtMs,
}: VerdictFacts): Worded<FieldOf<'report-decided'>> => ({
  values: {
    thing1: shortened(route),
    phrase2: credits === null ? '未通过' : '已通过',
    time3: asTime(beijingMinute(decidedAtMs)),
    thing4: credits === null ? '原因和申诉办法见详情' : `奖励 ${credits} 积分已到账`,
  },
  query: `reportId=${encodeURIComponent(reportId)}`,
});

/** A template's values and page for these facts; null where a value does not fit, which would lose the message. */
export function wordMessage(
  key: MessageKey,
  facts: MessageFacts,
): { values: Readonly<Record<string, string>>; page: string } | null {
  const worded: Worded<string> = 'tripId' in facts ? wordRide(facts) : wordVerdict(facts);
  const { values, query } = worded;
  const { page } = messageTemplates.find(template => template.key === key)!;
  const fits = Object.entries(values).every(([name, value]) => isFitting(name, value));
  return fits ? { values, page: `${page}?${query}` } : null;
}
