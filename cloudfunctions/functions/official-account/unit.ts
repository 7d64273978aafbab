import type { FunctionUnit } from '../../platform/deployment';

/** What WeChat pushes. The first sender is the mini-program; the official accounts get routes of their own beside it. */
export const unit: FunctionUnit = {
  name: 'official-account',
  timeoutSeconds: 5,
  memoryMegabytes: 256,
  environment: ['EVIDENCE_KEY', 'MINIPROGRAM_APP_ID', 'PUSH_TOKEN', 'PUSH_AES_KEY'],
  http: { path: '/official-account' },
};
