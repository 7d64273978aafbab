import { claimHashOf } from '../../local/claim/claim-code';
import { EndpointClock } from '../../local/demo/http/endpoint-clock';
import { codeAt } from '../../local/demo/team/one-time-code';
import { playScenes } from '../../local/demo/team/play-scenes';
import { StaffDesk } from '../../local/demo/team/staff-desk';
import { sceneAtMs, story } from '../../local/demo/team/story';
import { TeamFile } from '../../local/demo/team/team-file';
import type { Product } from '../support/product';
import type { Before } from './city';
import type { Phone } from './phone';

const CLAIM_CODE = 'ABCDE-FGHJK-MNPQR-STUVW';
/** The day on which the product's clock begins, before the first scene. */
const START_DAY = '2026-11-10';
/** Who claims the team, and the first four who are hired: office, director, finance and auditor. */
const SCENES = 5;
/** After that much nobody's last one-time code counts any more. */
const CONFIRMED_MS = 10 * 60_000;

/** The first members of the demo's team, as the demo makes them. */
export const firstStaff: Before = {
  variables: { FIRST_ADMIN_CODE_HASH: claimHashOf(CLAIM_CODE) },
  async happens({ cloud, dataFolder }: Product): Promise<void> {
    const file = TeamFile.open(dataFolder);
    file.change({ claimCode: CLAIM_CODE });
    const desk = new StaffDesk(cloud.url, new EndpointClock(cloud.url), file);
    const last = story[SCENES - 1];
    if (last) await playScenes(desk, START_DAY, sceneAtMs(last, START_DAY));
    await desk.clock.jumpTo(cloud.nowMs() + CONFIRMED_MS);
  },
};

/** Types what the person's authenticator shows into the sheet that asks for it; it is sent with the sixth digit. */
export async function enterCode(phone: Phone, { cloud, dataFolder }: Product): Promise<void> {
  const secret = TeamFile.open(dataFolder).state.secrets[phone.openid] ?? '';
  await phone.fill('6 位动态码', codeAt(secret, cloud.nowMs()).code);
}
