import { admitted, director, newcomer, refused, team } from '../colleague';
import { decideAbout } from '../decide';
import { agree, apply, chainOf, claim, hire } from '../hire';
import type { Scene } from '../scene';

/** Everybody after the one who claims the team, half an hour apart. */
const hiring = (): Scene[] =>
  team.slice(1).map((who, index) => {
    const minutes = 9 * 60 + 30 * (index + 1);
    const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    return { name: `hire ${who.openid}`, day: 0, time, play: desk => hire(desk, who) };
  });

/** How the team comes together in the first hours, and who asks to join it later. */
export const joining: readonly Scene[] = [
  { name: 'claim', day: 0, time: '09:00', play: claim },
  ...hiring(),
  {
    name: 'refuse an application',
    day: 22,
    time: '14:20',
    async play(desk) {
      await apply(desk, refused, '应聘财务岗位，申请开户');
      await desk.pause(50);
      const comment = '财务岗位暂无编制，请先与人事确认';
      await decideAbout(desk, director, refused.name, { verdict: 'deny', comment });
    },
  },
  {
    name: 'admit an applicant',
    day: 28,
    time: '15:10',
    async play(desk) {
      await apply(desk, admitted, '年末低碳出行活动增加人手');
      for (const decider of chainOf(desk, admitted)) await agree(desk, decider, admitted);
    },
  },
  {
    name: 'begin an application',
    day: 29,
    time: '10:20',
    async play(desk) {
      await apply(desk, newcomer, '协助内容编辑，负责图文排版');
    },
  },
];
