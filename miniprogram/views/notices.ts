import type { ProcedureOutput } from '../../cloudfunctions/contract/procedures';
import { thousands } from './amounts';
import { dayText, momentText } from './beijing-time';
import { type Binding, cardName } from './cards';
import { expiringText, partsText } from './expiring';
import { modeName } from './trip';

export type Notice = ProcedureOutput<'inbox.list'>['notices'][number];
type Parameters = Notice['parameters'];

export interface NoticeView {
  noticeId: string;
  title: string;
  text: string;
  time: string;
  isRead: boolean;
  /** The binding that can be undone from here; empty without one. */
  bindingId: string;
  /** The trip that explains it; empty without one. */
  tripId: string;
  /** The word that leads to giving; empty where it has nothing to do with it. */
  giving: string;
  label: string;
}

interface Words {
  title: string;
  text: string;
}

const cardEnd = ({ label }: Parameters): string => (label === undefined ? '一张卡' : `尾号 ${label} 的卡`);

/** Why bonus was given by hand, as the contract names it. */
const occasionTexts: Readonly<Record<string, string>> = {
  'missed-reward': '补发漏记的奖励',
  service: '服务不周，向你致歉',
  activity: '线下活动的奖励',
};

/** The texts of all templates: a new one at the server does not compile without its text here. */
const words: Readonly<Record<Notice['template'], (parameters: Parameters, card?: Binding) => Words>> = {
  'card-bound': (parameters, card) => ({
    title: '绑定了乘车卡',
    text: `${card ? `${cardName(card.partnerName, card.label)} ` : cardEnd(parameters)}已绑定，之后的行程核验后自动入账。`,
  }),
  'card-unbound-by-partner': parameters => ({
    title: '乘车卡已解除绑定',
    text: `运营方解除了${cardEnd(parameters)}，之后的行程不再入账。需要时可以重新绑定。`,
  }),
  'trip-reversed': ({ grams, by, was }) => ({
    title: '一趟行程被撤销',
    text:
      was === 'elsewhere'
        ? '运营方撤回了这趟行程。您已声明它计入别处，账户不用再减，声明随之结束。'
        : `${by === 'staff' ? '碳点点核查后撤销了' : '运营方撤回了'}这趟行程，已从账户减去 ${thousands(Number(grams ?? 0))} 克。`,
  }),
  'own-trip-replaced': ({ grams, bonus, waived }) => ({
    title: `换成了已核验的 ${thousands(Number(grams ?? 0))} 克`,
    text: `运营方核验了您自己记录过的一次出行，按核验结果计减排${replacedText(Number(bonus ?? 0), Number(waived ?? 0))}。`,
  }),
  'manual-credit': ({ amount, occasion }) => ({
    title: '收到奖励积分',
    text: `${occasionTexts[String(occasion)] ?? '客服为你补发'}：${thousands(Number(amount ?? 0))} 奖励积分已入账。`,
  }),
  'entry-reversed': ({ amount }) => ({
    title: '一笔入账被撤销',
    text: `核查后撤销了一笔 ${thousands(Number(amount ?? 0))} 积分的入账。有疑问请联系客服。`,
  }),
  'donation-given': ({ fundName, carbon, bonus }) => ({
    title: '您的捐赠已送出',
    text: `${partsText(Number(carbon ?? 0), Number(bonus ?? 0))}，捐给${textOf(fundName) || '您选的项目'}。谢谢您。`,
  }),
  'donation-returned': ({ fundName, carbon, bonus }) => ({
    title: '捐赠没有完成，积分已退回',
    text: `${partsText(Number(carbon ?? 0), Number(bonus ?? 0))}，原要捐给${textOf(fundName) || '您选的项目'}。账本核对期间暂停送出，已过期的部分不退。`,
  }),
  'plan-fulfilled': ({ mode, day, bonus }) => ({
    title: '出行计划做到了',
    text: `${planText(mode, day)}已核验${Number(bonus ?? 0) > 0 ? `，${thousands(Number(bonus))} 奖励积分已入账` : '，当天的计划奖励已经发满'}。`,
  }),
  'plan-undone': ({ mode, day, bonus }) => ({
    title: '计划的行程不再计入',
    text: `${planText(mode, day)}已被撤销或计入其他机制${Number(bonus ?? 0) > 0 ? `，${thousands(Number(bonus))} 奖励积分已退回，不再补发` : ''}。`,
  }),
  'plans-week': ({ made, fulfilled, missed }) => ({
    title: `上周的出行计划：${thousands(Number(fulfilled ?? 0))} 次做到`,
    text: weekText(Number(made ?? 0), Number(missed ?? 0)),
  }),
  'report-paid': ({ credits }) => ({
    title: '您申报的出行已通过',
    text: `已发放 ${thousands(Number(credits ?? 0))} 奖励积分，可在账单里查看。`,
  }),
  'report-refused': ({ words: why }) => ({
    title: '您申报的出行没有通过',
    text: `${textOf(why) || '没有通过审核，原因请到申报里查看'}。`.replace(/。。$/, '。'),
  }),
  'benefit-given': ({ offerName, label, note }) => ({
    title: `${textOf(offerName) || '权益'}已发放`,
    text: `发到${cardEnd({ label: textOf(label) })}所在的乘车应用${textOf(note) && `，编号 ${textOf(note)}`}。`,
  }),
  'benefit-refused': ({ offerName, carbon, bonus, note }) => ({
    title: `${textOf(offerName) || '权益'}没有发放，积分已退回`,
    text: `${partsText(Number(carbon ?? 0), Number(bonus ?? 0))}。运营方说明：${textOf(note) || '没有说明'}。已过期的部分不退。`,
  }),
  'benefit-returned': ({ offerName, carbon, bonus }) => ({
    title: `${textOf(offerName) || '权益'}没有发放，积分已退回`,
    text: `${partsText(Number(carbon ?? 0), Number(bonus ?? 0))}。运营方一天内没有确认。已过期的部分不退，您可以再换一次。`,
  }),
  // The amounts are those of the day on which it was told: part of them may have been used since.
  'credits-expiring': ({ month, carbon, bonus }) => ({
    title: `${thousands(Number(carbon ?? 0) + Number(bonus ?? 0))} 积分快到期了`,
    text: expiringText(textOf(month), Number(carbon ?? 0), Number(bonus ?? 0)),
  }),
};

/** What became of the bonus that the own trip had been paid. */
function replacedText(bonus: number, waived: number): string {
  const back = bonus > 0 ? `，原先的 ${thousands(bonus)} 奖励积分随之收回` : '';
  return waived > 0 ? `${back}，已用掉的 ${thousands(waived)} 不再追回` : back;
}

const textOf = (value: string | number | undefined): string => (value === undefined ? '' : String(value));

/** `11月22日的地铁计划` */
const planText = (mode: Parameters[string] | undefined, day: Parameters[string] | undefined): string =>
  `${planDay(textOf(day))}的${modeName(textOf(mode))}计划`;

const planDay = (day: string): string => (day === '' ? '那天' : dayText(day, day));

const weekText = (made: number, missed: number): string =>
  missed <= 0
    ? `计划了 ${thousands(made)} 次，全部做到。`
    : `计划了 ${thousands(made)} 次，${thousands(missed)} 次没有等到核验过的行程。这周再来。`;

const givingWords: Readonly<Partial<Record<Notice['template'], string>>> = {
  'credits-expiring': '去捐出积分',
  'donation-given': '看捐赠记录',
  'donation-returned': '看捐赠记录',
};

const cardOf = (parameters: Parameters, cards: readonly Binding[]): Binding | undefined =>
  cards.find(({ bindingId }) => bindingId === parameters.bindingId);

/** `cards` are the rider's: of one that is bound no more neither the operator's name is known nor can it be undone. */
export function viewNotice(notice: Notice, cards: readonly Binding[], nowMs: number): NoticeView {
  const { noticeId, template, parameters, atMs, read } = notice;
  const card = template === 'card-bound' ? cardOf(parameters, cards) : undefined;
  const { title, text } = words[template]?.(parameters, card) ?? {
    title: '一条新消息',
    text: '更新小程序后可以查看。',
  };
  const time = momentText(atMs, nowMs);
  return {
    noticeId,
    title,
    text,
    time,
    isRead: read,
    bindingId: card?.bindingId ?? '',
    tripId: template === 'trip-reversed' || template === 'own-trip-replaced' ? textOf(parameters.tripId) : '',
    giving: givingWords[template] ?? '',
    label: `${read ? '' : '未读，'}${title}，${time}`,
  };
}
