import type { NoticeParameters, NoticeTemplate } from '../../contract/inbox';
import type { Platform, Transaction } from '../../platform';
import { notices } from './store';

/** Tells a rider of something, in the transaction in which it happens. One database call. */
export async function addNotice(
  transaction: Transaction,
  platform: Platform,
  { uid, template, parameters }: { uid: string; template: NoticeTemplate; parameters: NoticeParameters },
): Promise<void> {
  const _id = platform.randomId();
  const atMs = platform.nowMs();
  const position = `${String(atMs).padStart(15, '0')}-${_id}`;
  await transaction.add(notices, { _id, uid, atMs, position, template, parameters, readAtMs: null });
}
