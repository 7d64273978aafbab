import { Refusal } from '../../../contract/errors';
import { partnerBodies } from '../../../contract/partner';
import type { Partner } from '../../../domain/partners';
import { checkRides } from '../../../domain/rides';
import type { Platform } from '../../../platform';
import { parseInput } from '../../parse-input';

interface TriedBody {
  /** In Chinese; empty where nothing is wrong. */
  advice: string;
  rides: { accepted: number; rejected: { ticketId: string; message: string }[] } | null;
}

/** As many refused rides as a person reads. */
const SHOWN_MOST = 20;

/** `days` is both asked for and stated, and asking has no body. */
const bodyNameOf = (method: string, path: string): keyof typeof partnerBodies | null => {
  const [word = '', , verb] = path.replace(/^\/partner\/v1\//, '').split('/');
  const name = word === 'benefits' ? (verb ?? '') : word;
  return method === 'POST' && Object.hasOwn(partnerBodies, name)
    ? (name as keyof typeof partnerBodies)
    : null;
};

const adviceOf = ({ details }: Refusal): string => {
  const { field, reason } = details as { field?: string; reason?: string };
  return `${field ?? 'body'}：${reason ?? '格式不对'}`;
};

/** What the product would say of a signed body, without taking it: its form, and each ride of a batch. */
export async function tryBody(
  platform: Platform,
  partner: Partner,
  { method, path }: { method: string; path: string },
  body: string,
): Promise<TriedBody> {
  const name = bodyNameOf(method, path);
  if (name === null)
    return { advice: method === 'GET' && body === '' ? '' : '没有这个接口，请核对方法和路径', rides: null };
  try {
    const parsed = parseInput(partnerBodies[name], jsonOf(body));
    if (!('rides' in parsed)) return { advice: '', rides: null };
    const { accepted, rejected } = await checkRides(platform, { partner, rides: parsed.rides });
    const shown = rejected.slice(0, SHOWN_MOST).map(({ ticketId, message }) => ({ ticketId, message }));
    return { advice: '', rides: { accepted, rejected: shown } };
  } catch (error) {
    if (error instanceof Refusal) return { advice: adviceOf(error), rides: null };
    throw error;
  }
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Refusal('INVALID_INPUT', { field: 'body', reason: '不是有效的 JSON' });
  }
}
