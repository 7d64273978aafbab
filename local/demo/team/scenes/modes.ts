import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { addDays, dayOf } from '../../beijing-time';
import { type DemoPartner, demoPartners } from '../../modes/demo-partners';
import { keepSecret } from '../../modes/partner-secrets';
import { channel, director, finance, userOperations } from '../colleague';
import { decide, noted, request } from '../decide';
import type { Scene } from '../scene';
import type { StaffDesk } from '../staff-desk';

const collected = z.object({ secret: z.string() });

/** The sets of other cities that lie ready to be imported, beside the documentation. */
const sets = [
  { city: 'shanghai', name: '上海市减排因子（2026 年）', file: 'docs/factors-shanghai.csv' },
  { city: 'beijing', name: '北京市减排因子（2019 年）', file: 'docs/factors-beijing.csv' },
] as const;

const approved = (desk: StaffDesk, note: string, comment: string): Promise<void> =>
  decide(desk, finance, noted(desk, note), { verdict: 'approve', comment });

async function askForSets(desk: StaffDesk): Promise<void> {
  const today = dayOf(await desk.clock.nowMs());
  for (const { city, name, file } of sets) {
    await request(desk, userOperations, 'factors.requestImport', {
      note: `factors of ${city}`,
      setId: `${city}-demo`,
      city,
      name,
      validFromDay: addDays(today, 1),
      csv: readFileSync(path.join(process.cwd(), file), 'utf8'),
      uncertaintyNote: '引自媒体报道，没有核对到原文；只用于本市的出行，不与其他城市的因子混用。',
      reason: '该市的合作方将接入，先导入公开的因子',
    });
  }
}

async function agreeToSets(desk: StaffDesk): Promise<void> {
  for (const { city } of sets) {
    for (const who of [finance, director]) {
      const verdict = { verdict: 'approve', comment: '来源已核对，同意' } as const;
      await decide(desk, who, noted(desk, `factors of ${city}`), verdict);
    }
  }
}

const noteOf = ({ partnerId }: DemoPartner): string => `partner ${partnerId}`;

async function askForPartners(desk: StaffDesk): Promise<void> {
  for (const partner of demoPartners) {
    const { partnerId, name, city, modes } = partner;
    await request(desk, channel, 'partners.requestChange', {
      note: noteOf(partner),
      partnerId,
      name,
      city,
      modes: [...modes],
      requestsAMinute: 120,
      state: 'live',
      reason: '合同已签，联调在测试环境完成，申请正式接入',
    });
  }
}

async function agreeToPartners(desk: StaffDesk): Promise<void> {
  for (const partner of demoPartners) await approved(desk, noteOf(partner), '合同已归档，同意接入');
}

/** Handed to the partners, who sign with them from now on. */
async function collectSecrets(desk: StaffDesk): Promise<void> {
  for (const partner of demoPartners) {
    const { partnerId } = partner;
    const { secret } = await desk.confirmed(channel, collected, 'partners.collectSecret', { partnerId });
    keepSecret(desk.file, partner, secret);
  }
}

/** Partners of bus, shared bikes, electric cars and carpools join, two of them with the factors of their cities. */
export const modes: readonly Scene[] = [
  { name: 'ask for factors of other cities', day: 3, time: '13:40', play: askForSets },
  { name: 'agree to factors of other cities', day: 3, time: '16:30', play: agreeToSets },
  { name: 'ask for partners of more modes', day: 4, time: '10:20', play: askForPartners },
  { name: 'agree to partners of more modes', day: 4, time: '15:10', play: agreeToPartners },
  { name: 'collect secrets of more modes', day: 5, time: '10:05', play: collectSecrets },
];
