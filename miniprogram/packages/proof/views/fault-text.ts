import type { ProcedureOutput } from '../../../../cloudfunctions/contract/procedures';
import { dayText } from '../../../views/beijing-time';
import type { OwnFault, OwnFaultCode } from '../services/checks/fault';

type PublicFindingCode = ProcedureOutput<'openLedger.read'>['verification']['findings'][number]['code'];

/** What is wrong, in words for whoever it concerns; `#` is the day. */
const ownTexts: Readonly<Record<OwnFaultCode, string>> = {
  MISSING: '编号到这里断了，这一笔不见了。',
  BROKEN_LINK: '这一笔没有接上前一笔。',
  CHANGED: '内容和写入时的哈希不一致：金额、余额或别的内容被改动过。',
  FORBIDDEN: '这一笔做了账本不允许的事：读不出来、用掉的比当时有的多，或动了别人的账。',
  WRONG_BALANCE: '这一笔写的余额，和逐笔加起来的不一样。',
  CUT_OFF: '账户登记的笔数更多，从这一笔起不见了。',
  WRONG_ACCOUNT: '账户里登记的积分，和逐笔加起来的不一样。',
  WRONG_SHOWN: '首页显示的余额，和逐笔加起来的不一样。',
  NOT_AS_SEALED: '这一笔和 # 封账时的不是同一个：封账以后被重做过。',
  NOT_IN_SEAL: '# 已经封账，这一笔却不在里面。',
  WRONG_HEAD: '您的账和 # 封账时的不一样：封账以后被重做过。',
  BAD_PROOF: '# 的封账证明对不上公布的根。',
  ROOT_CHANGED: '# 公布的根，和这台手机以前看到的不一样：历史被重写过。',
  SEAL_GONE: '这台手机看到过 # 的封账，现在没有了。',
  SEALS_APART: '# 的封账没有接上前一天的。',
  HISTORY_CHANGED: '这一笔和这台手机上次核对时的不一样。',
};

const publicTexts: Readonly<Record<PublicFindingCode, string>> = {
  CHANGED: '内容和写入时的哈希不一致，被改动过',
  BROKEN_LINK: '没有接上前一笔',
  MISSING: '编号断了，前面少了一笔',
  WRONG_BALANCE: '写的余额和逐笔加起来的不一样',
  FORBIDDEN: '用掉的比当时有的多，或动了别人的账',
  WRONG_ACCOUNT: '账户登记的和逐笔加起来的不一样',
  NOT_AS_SEALED: '和封账时的不是同一个，封账以后被重做过',
  SEALED_AND_GONE: '封账时在，现在不见了',
  NOT_SEALED: '所在的一天已封账，它却不在里面',
  WRONG_SEAL: '封账和它的内容或前一天对不上',
  WRONG_TRIP: '和行程核验的克数不一样',
  WRONG_BONUS: '和它所奖励的出行、步数或计划对不上',
  NOT_CONSERVED: '等式两边不相等',
};

const withDay = (text: string, day: string | null, today: string): string =>
  text.replace('#', day === null ? '当天' : dayText(day, today));

export const ownFaultText = ({ code, day }: OwnFault, today: string): string =>
  withDay(ownTexts[code], day, today);

export const publicFindingText = (code: PublicFindingCode): string => publicTexts[code];
