/**
 * The version of the guideline below. It is the same as CURRENT_POLICY_VERSION of the server's contract, which a test
 * compares: nobody may agree to a text that was not the one shown.
 */
export const POLICY_VERSION = '2026-11-22';

export interface PolicySection {
  title: string;
  paragraphs: string[];
}

/** The privacy guideline in plain words. */
export const policySections: readonly PolicySection[] = [
  {
    title: '我们收集什么',
    paragraphs: [
      '微信给的用户编号（openid），用来认出是您。我们不要您的姓名、头像和手机号。',
      '您绑定的乘车卡：只存卡号的加密摘要和最后四位，不保存、也还原不出完整卡号。',
      '绑定后的行程：进出站、时间、里程，由运营方签名后发来。',
      '您用「扫码乘车」并单独同意后：只在扫码那一刻取一次位置，当场核对离车站多远，只存车站、时间和距离，不存经纬度。在那个页面可以随时撤回。',
      '网络地址（IP）：只用来防止有人大量刷请求。我们不保存地址，只保存它的加密摘要和一分钟内的次数，过后几分钟删除。',
    ],
  },
  {
    title: '用来做什么',
    paragraphs: [
      '核验行程、计算减排克数、把积分记进您的账本，并让您能逐笔查看。',
      '统计新手引导走到哪一步，用来改进说明。不用于广告，不卖给任何人。',
      '您自己点「保存到相册」时，只放进那一张年度图，看不到相册里的照片；导出的明细表只写在您的手机上。',
    ],
  },
  {
    title: '保存多久',
    paragraphs: [
      '账本和行程在您使用期间保存。没有绑定到任何人的行程，等待 30 天后删除。',
      '防止重复提交的请求记录保存 7 天。',
    ],
  },
  {
    title: '怎么撤回',
    paragraphs: [
      '在「我的 → 隐私与我的数据」里随时撤回同意，马上生效：所有乘车卡解除绑定，新行程不再记录。',
      '撤回不影响之前已经入账的积分；账本为了能被核对，不会因撤回而改动。',
      '撤回后不再记录新手引导走到哪一步。撤回前的行程、消息、引导记录和同意记录会留下，不会随撤回删除。',
    ],
  },
  {
    title: '怎么导出和注销',
    paragraphs: [
      '在「我的 → 隐私与我的数据」里可以看到存了什么，导出全部数据。导出文件的链接 24 小时内有效，之后文件删除。',
      '可以申请注销账户，30 天内随时取消。到期后积分清空；与微信用户编号的对应关系、行程里的站点和时间、消息和引导记录都删除。账本为了能被核对会留下，只认随机编号，不再指向您。',
    ],
  },
  {
    title: '不同意也可以看',
    paragraphs: ['不同意时是只读浏览：可以看方法学、系数和说明，但不能绑卡和记录行程。'],
  },
];
