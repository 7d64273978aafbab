/**
 * `pure-speed <rounds> <amount>`: prints what the pure parts take, microseconds of processor time each time, by round, as JSON.
 */
import { networkOf } from '../../../cloudfunctions/domain/network';
import { canonicalJson, GENESIS_HASH, linkHash } from '../../../miniprogram/proof';
import { sampleEntry } from '../product/ledger-documents';

const entries = Array.from({ length: 200 }, (_, number) =>
  sampleEntry('user:pure', number + 1, `trip:pure:${number}`),
);
const network = networkOf('shenzhen')!;
const { stations } = network;

const pieces = {
  linkHash: (number: number) => {
    const entry = entries[number % entries.length]!;
    linkHash({ account: entry.account, seq: entry.seq, previousHash: GENESIS_HASH, entry });
  },
  canonicalJson: (number: number) => void canonicalJson(entries[number % entries.length]!),
  // Every start comes up in the uncounted round, so its tree of paths is there: a function computes it once a process.
  shortestPath: (number: number) => {
    const from = stations[number % stations.length]!;
    const to = stations[(number * 7 + 3) % stations.length]!;
    network.shortestPath(from.name, to.name);
  },
};

export type PureSpeeds = Record<keyof typeof pieces, number[]>;

function microsEach(piece: (number: number) => void, amount: number): number {
  const before = process.cpuUsage();
  for (let number = 0; number < amount; number += 1) piece(number);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / amount;
}

function main(rounds: number, amount: number): void {
  const speeds: PureSpeeds = { linkHash: [], canonicalJson: [], shortestPath: [] };
  const names = Object.keys(pieces) as (keyof PureSpeeds)[];
  for (const name of names) microsEach(pieces[name], amount);
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) speeds[name].push(microsEach(pieces[name], amount));
  }
  process.stdout.write(JSON.stringify(speeds));
}

main(Number(process.argv[2]), Number(process.argv[3]));
