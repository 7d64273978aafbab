import type { ProcedureOutput } from '../../cloudfunctions/contract/procedures';
import { call, callOnce } from './rpc';

/** One kind of message that WeChat can bring, and how often the rider has allowed it. */
export type Subscription = ProcedureOutput<'subscriptions.read'>['messages'][number];

type Asked = Pick<Subscription, 'key' | 'templateId'>;

/** What somebody chose in WeChat's window; `off` where messages are switched off in WeChat as a whole. */
export type AskedAnswer = 'accept' | 'reject' | 'ban' | 'filter' | 'off';

const MAIN_SWITCH_OFF = 20004;

/** The app offers by itself at most once while it is open. */
let hasOffered = false;

export const readSubscriptions = async (): Promise<Subscription[]> =>
  (await call('subscriptions.read', {})).messages;

/**
 * The message to offer now, after something that the rider is glad of; null where it was offered since the app was opened,
 * is allowed already, or was refused within 30 days. Out of reach of the server nothing is offered.
 */
export async function offerOf(key: Subscription['key']): Promise<Subscription | null> {
  if (hasOffered) return null;
  const found = await readSubscriptions().catch(() => []);
  const message = found.find(one => one.key === key && one.mayOffer);
  if (message === undefined || hasOffered) return null;
  hasOffered = true;
  return message;
}

/** Puts WeChat's window over the app. WeChat allows it only from a tap: nothing may be waited for before. */
async function openWindow(templateId: string): Promise<AskedAnswer> {
  try {
    const chosen = await wx.requestSubscribeMessage({ tmplIds: [templateId] });
    return (chosen as unknown as Record<string, AskedAnswer>)[templateId] ?? 'filter';
  } catch (error) {
    if ((error as { errCode?: number }).errCode === MAIN_SWITCH_OFF) return 'off';
    throw error;
  }
}

/** Has to be called in a tap. What was chosen is kept by the server: one accept is one message. Throws `ServiceError`. */
export async function askFor({ key, templateId }: Asked): Promise<AskedAnswer> {
  const answer = await openWindow(templateId);
  // Whoever has switched all messages off has refused this one, too.
  const kept = answer === 'off' ? 'reject' : answer;
  await callOnce('subscriptions.answer', { answers: [{ key, answer: kept }] });
  return answer;
}

/** The rider does not want it offered: the app keeps to that for 30 days. Throws `ServiceError`. */
export const declineOffer = ({ key }: Pick<Asked, 'key'>): Promise<unknown> =>
  callOnce('subscriptions.answer', { answers: [{ key, answer: 'reject' }] });

/** Gives up what is left. Throws `ServiceError`. */
export const stopMessages = async ({ key }: Pick<Asked, 'key'>): Promise<Subscription[]> =>
  (await callOnce('subscriptions.stop', { key })).messages;
