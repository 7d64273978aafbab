import type { ShellSettings } from '../shell/shell-settings';

/** Who can hold the phone in the demo, and what the product keeps in its storage that the panel may switch. */
export const demoSettings: ShellSettings = {
  title: '碳点点',
  people: [
    {
      openid: 'newcomer',
      name: '新来的人',
      description: '第一次打开，再点换人',
      isDrawn: true,
      unavailable: '',
    },
    {
      openid: 'demo-commuter-001',
      name: '每天通勤',
      description: '有卡，一个月的行程',
      isDrawn: false,
      unavailable: '',
    },
    {
      openid: 'demo-occasional-001',
      name: '偶尔坐车',
      description: '有卡，几次行程',
      isDrawn: false,
      unavailable: '',
    },
    {
      openid: 'staff-editor-001',
      name: '员工',
      description: '内容与活动',
      isDrawn: false,
      unavailable: '员工台还没有开放',
    },
  ],
  storageSwitches: [{ label: '长辈模式', storageKey: 'elder-mode' }],
  hasCloud: true,
  hasOperator: true,
};
