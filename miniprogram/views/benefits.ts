import type { ProcedureOutput } from '../../cloudfunctions/contract/procedures';
import { thousands } from './amounts';
import { momentText } from './beijing-time';
import { partsText } from './expiring';

type Offers = ProcedureOutput<'benefits.offers'>;
type Offer = Offers['offers'][number];
type Benefit = ProcedureOutput<'benefits.list'>['benefits'][number];

export interface OfferView {
  offerId: string;
  name: string;
  description: string;
  /** Who gives it, or that nobody does. */
  giver: string;
  isExample: boolean;
  price: string;
  /** Why it cannot be had now; empty when it can. */
  obstacle: string;
  label: string;
}

/** What is said while credits cannot be used; riders lose nothing by it. */
export const stoppedNote = '账本正在核对，暂时不能兑换。积分都在，出行照常入账；核对好就能换。';

export const cardsFor = ({ cards }: Offers, { partnerId }: Offer): Offers['cards'] =>
  cards.filter(card => card.partnerId === partnerId);

function obstacleOf(offers: Offers, offer: Offer, available: number): string {
  if (cardsFor(offers, offer).length === 0) return `先绑定一张${offer.partnerName}的卡，权益发到卡上`;
  return available < offer.price ? `还差 ${thousands(offer.price - available)} 积分` : '';
}

export function viewOffer(offers: Offers, offer: Offer, available: number): OfferView {
  const { offerId, name, description, price, isExample, partnerName } = offer;
  const giver = isExample ? '示例，运营方还没有签约' : `由${partnerName}发放`;
  const obstacle = obstacleOf(offers, offer, available);
  const priceText = `${thousands(price)} 积分`;
  const label = [name, priceText, description.replace(/。$/, ''), giver, obstacle].filter(Boolean).join('，');
  return { offerId, name, description, giver, isExample, price: priceText, obstacle, label };
}

/** What is said before the price is set aside. Nothing of it may be overlooked. */
export function questionBefore({ name, price, isExample }: Offer, label: string) {
  const after = '先预留，运营方确认发放后扣除；一天内没有确认就退回。运营方只看到卡，看不到您是谁。';
  const warning = isExample ? '这是示例：没有签约的运营方，不会真的发放。' : '';
  return {
    title: `用 ${thousands(price)} 积分换「${name}」？`,
    content: `发到尾号 ${label} 的卡。${warning}${after}`,
    confirmText: '兑换',
  };
}

export interface BenefitLine {
  benefitId: string;
  name: string;
  detail: string;
  amount: string;
  isGiven: boolean;
  label: string;
}

const stateTexts: Readonly<Record<Benefit['state'], string>> = {
  ordered: '等运营方发放',
  given: '已发放',
  refused: '没有发放，积分已退回',
  returned: '一天内没有确认，积分已退回',
};

export function viewBenefit(benefit: Benefit, nowMs: number): BenefitLine {
  const { benefitId, offerName, amounts, state, orderedAtMs, endedAtMs, partnerNote, label: card } = benefit;
  const note = partnerNote === null ? '' : `（${partnerNote}）`;
  const detail = `${momentText(endedAtMs ?? orderedAtMs, nowMs)} ${stateTexts[state]}${note}，卡尾号 ${card}`;
  const amount = thousands(amounts.carbon + amounts.bonus);
  const label = `${offerName}，${amount} 积分，${partsText(amounts.carbon, amounts.bonus)}，${detail}`;
  return { benefitId, name: offerName, detail, amount, isGiven: state === 'given', label };
}
