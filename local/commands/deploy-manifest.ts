import { readFileSync } from 'node:fs';
import path from 'node:path';
import { deploymentSteps } from '../build/product/deployment-steps';
import { manifestShape } from '../build/product/manifest-shape';

/** `npm run deploy:manifest`: the built manifest as steps for the person who sets up CloudBase by hand. */
const file = path.join(process.cwd(), 'dist/cloudfunctions/manifest.json');
process.stdout.write(deploymentSteps(manifestShape.parse(JSON.parse(readFileSync(file, 'utf8')))));
