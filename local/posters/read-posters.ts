import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { UsageError } from '../demo/command-line/usage-error';
import { Phone } from '../demo/people/phone';
import { type Poster, poster, posterFile } from './poster';

const page = z.object({ posters: z.array(poster), nextAfter: z.int().nullable() });

/** Every poster of the product that runs at `url`, asked for as a member of staff who may. */
export async function askForPosters(url: string, openid: string): Promise<Poster[]> {
  const desk = new Phone(url, openid, 'staff');
  const all: Poster[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const answer: z.infer<typeof page> = await desk.call(page, 'stations.posters', { after });
    all.push(...answer.posters);
    after = answer.nextAfter;
  }
  return all;
}

/** The posters of a file that the console has saved. */
export function readPosterFile(file: string): Poster[] {
  const parsed = posterFile.safeParse(readJson(file));
  if (!parsed.success) throw new UsageError(`${file} 不是员工台导出的海报文件`);
  return parsed.data.posters;
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new UsageError(`${file} 读不出来：要一个员工台导出的海报文件（JSON）`);
  }
}

/** Those of the stations that were asked for, or all. */
export function choosePosters(posters: readonly Poster[], stations: readonly string[]): Poster[] {
  const unknown = stations.filter(name => !posters.some(({ station }) => station === name));
  if (unknown.length > 0) throw new UsageError(`没有这些车站：${unknown.join('、')}`);
  return posters.filter(({ station }) => stations.length === 0 || stations.includes(station));
}
