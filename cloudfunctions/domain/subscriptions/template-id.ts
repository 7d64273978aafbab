import type { MessageKey } from '../../contract/subscriptions';
import type { Platform } from '../../platform';
import { messageTemplates } from './message-templates';

/** What a deployment says while WeChat has given it no template. */
const NONE = 'none';

/** WeChat's id of the template; null while the deployment has none, and then the message is neither offered nor sent. */
export function templateIdOf(platform: Pick<Platform, 'variable'>, key: MessageKey): string | null {
  const { environment } = messageTemplates.find(template => template.key === key)!;
  const id = platform.variable(environment);
  return id === NONE ? null : id;
}
