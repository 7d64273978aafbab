import { admitted, type Colleague, newcomer, team } from '../../demo/team/colleague';
import type { ShellSettings, SimulatedPerson } from '../shell/shell-settings';

const DESK = '/packages/staff/desk/desk';

const simulated = ({ openid, name, duty }: Colleague): SimulatedPerson => ({
  openid,
  name,
  description: duty,
  isDrawn: false,
  unavailable: '',
  page: DESK,
});

/**
 * Who can hold the phone in the demo, and what the product keeps in its storage that the panel may switch.
 * @param hasTeam whether the demo's team was made in this folder
 * @param world what tells this folder's data from any other
 */
export const demoSettings = (hasTeam: boolean, world: string): ShellSettings => ({
  title: '碳点点',
  people: [
    {
      openid: 'newcomer',
      name: '新来的人',
      description: '第一次打开，再点换人',
      isDrawn: true,
      unavailable: '',
      page: '',
    },
    {
      openid: 'demo-commuter-001',
      name: '每天通勤',
      description: '有卡，一个月的行程',
      isDrawn: false,
      unavailable: '',
      page: '',
    },
    {
      openid: 'demo-occasional-001',
      name: '偶尔坐车',
      description: '有卡，几次行程',
      isDrawn: false,
      unavailable: '',
      page: '',
    },
  ],
  team: hasTeam ? [...team, newcomer, admitted].map(simulated) : [],
  storageSwitches: [{ label: '长辈模式', storageKey: 'elder-mode' }],
  hasCloud: true,
  world,
  hasOperator: true,
});
