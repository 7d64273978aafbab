/** What a rider is told before consent is withdrawn. */
export const withdrawalQuestion =
  '撤回后：所有乘车卡马上解除绑定，新行程不再入账，这台手机上的离线内容会清除。已入账的积分仍在账本里，之前的行程、消息和引导记录会留下。重新同意后可以继续使用。';
