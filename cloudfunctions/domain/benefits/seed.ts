import type { Offer } from './store';

/** What transit apps really give for points, as examples: no operator has agreed to anything, and each name says so. */
export const exampleOffers: readonly Offer[] = [
  {
    _id: 'example-ride-ticket',
    partnerId: 'bawei',
    name: '2 元乘车券（示例）',
    description: '发到您绑定的乘车卡所在的乘车应用，下次乘车自动抵扣。',
    price: 400,
    isAgreed: false,
    isOpen: true,
    place: 1,
  },
  {
    _id: 'example-month-card',
    partnerId: 'bawei',
    name: '月卡减 5 元（示例）',
    description: '在乘车应用里买月卡时减 5 元，30 天内有效。',
    price: 1_000,
    isAgreed: false,
    isOpen: true,
    place: 2,
  },
];
