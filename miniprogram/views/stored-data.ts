/** One kind of data that is kept about a rider, as the privacy page tells it. */
export interface StoredData {
  name: string;
  detail: string;
}

export interface StoredDataCounts {
  cards: number;
  notices: number;
}

/** What is stored about a rider who has signed in, in words; the counts are the rider's own. */
export const storedData = ({ cards, notices }: StoredDataCounts): StoredData[] => [
  { name: '账户编号', detail: '随机编号，与微信用户编号（openid）对应；没有姓名和手机号。' },
  {
    name: '乘车卡',
    detail: cards === 0 ? '现在没有绑定的卡。' : `${cards} 张，只有加密摘要和最后四位。`,
  },
  { name: '行程与账本', detail: '绑定期间的进出站、时间、里程，以及由此入账的每一笔。' },
  { name: '消息', detail: notices === 0 ? '没有未读消息。' : `其中 ${notices} 条未读。` },
  {
    name: '新手引导',
    detail: '三步里看过、跳过或完成了哪一步，各记一次；没有同意时不记，撤回后已记的会留下。',
  },
  { name: '请求记录', detail: '防止重复提交，7 天后删除。' },
  { name: '请求次数', detail: '按微信用户编号和网络地址的加密摘要，每分钟计数，过后几分钟删除。' },
  { name: '同意记录', detail: '您同意或撤回的指引版本和时间。' },
];

/** What a rider is told before consent is withdrawn. */
export const withdrawalQuestion =
  '撤回后：所有乘车卡马上解除绑定，新行程不再入账，这台手机上的离线内容会清除。已入账的积分仍在账本里，之前的行程、消息和引导记录会留下。重新同意后可以继续使用。';
