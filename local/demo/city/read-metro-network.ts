import { readFileSync } from 'node:fs';
import path from 'node:path';
import { MetroNetwork } from './metro-network';

/** The product's own table of stations, read as a file. */
const TABLE = 'cloudfunctions/domain/network/shenzhen-metro-stations.csv';

/** @param root the project's folder */
export function readMetroNetwork(root: string): MetroNetwork {
  return new MetroNetwork(readFileSync(path.join(root, TABLE), 'utf8'));
}
