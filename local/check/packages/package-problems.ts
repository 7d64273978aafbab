import type { LockFile } from './lock-file';
import { packageNameOf } from './lock-file';

/** Licences that let a product be delivered without publishing its sources. */
const acceptedLicences = new Set(
  [
    'MIT',
    'ISC',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'Apache-2.0',
    '0BSD',
    'Unlicense',
    'BlueOak-1.0.0',
    'CC0-1.0',
  ].concat(['Python-2.0', 'WTFPL', 'Zlib']),
);

/** Tencent's parts of wx-server-sdk, which is MIT; their own manifests name no licence. */
const acceptedByName = new Set(['@cloudbase/signature-nodejs', '@cloudbase/wx-cloud-client-sdk']);

/** @returns what is wrong without asking anybody: loose versions, a stale lock, missing checksums, unknown licences */
export function packageProblems(packageJson: string, lock: LockFile, deployed: string[]): string[] {
  return [
    ...versionProblems(packageJson, lock),
    ...integrityProblems(lock),
    ...licenceProblems(lock, deployed),
  ];
}

type Versions = Record<string, string>;

function versionProblems(packageJson: string, lock: LockFile): string[] {
  const wanted = JSON.parse(packageJson) as { dependencies?: Versions; devDependencies?: Versions };
  const all = { ...wanted.dependencies, ...wanted.devDependencies };
  const locked = { ...lock.packages['']?.dependencies, ...lock.packages['']?.devDependencies };
  return Object.entries(all).flatMap(([name, version]) => {
    if (!/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))
      return [`package.json: ${name} ${version} is not one exact version`];
    return locked[name] === version
      ? []
      : [`package-lock.json has another version of ${name} than package.json`];
  });
}

function integrityProblems(lock: LockFile): string[] {
  return Object.entries(lock.packages)
    .filter(([place, { integrity, link }]) => place !== '' && !link && !integrity?.startsWith('sha512-'))
    .map(([place]) => `package-lock.json: ${place} has no SHA-512 checksum`);
}

function licenceProblems(lock: LockFile, deployed: string[]): string[] {
  return deployed.flatMap(place => {
    const name = packageNameOf(place);
    const licence = lock.packages[place]?.license ?? 'no licence';
    return acceptedByName.has(name) || isAccepted(licence)
      ? []
      : [`${name} is delivered under ${licence}, which nobody has accepted`];
  });
}

/** SPDX expressions of one level: for OR one accepted licence is enough, for AND all have to be. */
function isAccepted(expression: string): boolean {
  const plain = expression.replace(/[()]/g, '');
  return plain
    .split(' OR ')
    .some(choice => choice.split(' AND ').every(one => acceptedLicences.has(one.trim())));
}
