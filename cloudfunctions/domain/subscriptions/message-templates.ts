import type { MessageTemplateDeclaration } from '../../platform/deployment';

/** Every message that the product sends, in one place; the build writes them into the manifest of the deployment. */
export const messageTemplates = [
  {
    key: 'ride-credited',
    title: '行程入账通知',
    environment: 'RIDE_CREDITED_TEMPLATE',
    page: 'packages/trips/explain/explain',
    trigger:
      'A signed ride of a bound card was credited; one message for all rides of a rider in a delivery.',
    fields: [
      { name: 'thing1', label: '行程' },
      { name: 'number2', label: '减排克数' },
      { name: 'time3', label: '乘车时间' },
      { name: 'thing4', label: '说明' },
    ],
  },
  {
    key: 'report-decided',
    title: '申报审核结果通知',
    environment: 'REPORT_DECIDED_TEMPLATE',
    page: 'packages/report/report/report',
    trigger: 'A reviewer has decided a declared trip, or an appeal about it.',
    fields: [
      { name: 'thing1', label: '申报内容' },
      { name: 'phrase2', label: '审核结果' },
      { name: 'time3', label: '审核时间' },
      { name: 'thing4', label: '说明' },
    ],
  },
] as const satisfies readonly MessageTemplateDeclaration[];
