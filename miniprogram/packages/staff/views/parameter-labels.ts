/** What the parameters are called, by their paths, in the server's words; a test holds the two together. */
export const parameterLabels: Readonly<Record<string, string>> = {
  'earning.dayCapGrams': '每人每天入账上限',
  'earning.monthCapGrams': '每人每月入账上限',
  'earning.sourceDayCapGrams.partner': '合作方出行每天上限',
  'ledger.expiryMonths': '积分有效期',
  'ledger.reversalWindowDays': '撤销期',
  'ledger.lotLimit': '账户批次上限',
  'staff.applicationChain.superior': '直属上级审批',
  'staff.applicationChain.office': '办公室审批',
  'staff.applicationChain.network': '网络部审批',
};
