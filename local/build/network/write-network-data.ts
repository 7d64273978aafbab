import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { networkData } from './network-data';

/**
 * Rewrites the network's data file after the station table has changed; run it from the project's folder:
 * `npx esbuild local/build/network/write-network-data.ts --bundle --platform=node | node`
 */
const folder = path.join(process.cwd(), 'cloudfunctions/domain/network');
const csv = readFileSync(path.join(folder, 'shenzhen-metro-stations.csv'), 'utf8');
writeFileSync(path.join(folder, 'shenzhen-metro-stations.json'), networkData(csv));
