import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readProject } from '../architecture/check-imports';
import { deployedPackages } from '../packages/deployed-packages';
import { knownVulnerabilities } from '../packages/known-vulnerabilities';
import { readLockFile } from '../packages/lock-file';
import { packageProblems } from '../packages/package-problems';
import { readProjectFiles } from '../project-files';
import { problemsResult, type Step } from '../step';

/** Exact versions, checksums and licences by the files alone; known vulnerabilities as a note where npm can tell. */
export function packagesStep(root: string): Step {
  return {
    name: 'packages (versions, checksums, licences, known vulnerabilities)',
    run: async () => {
      const lock = readLockFile(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
      const packageJson = readFileSync(path.join(root, 'package.json'), 'utf8');
      const project = readProject(readProjectFiles(root, /^cloudfunctions\/.*\.ts$/));
      const deployed = deployedPackages(project, lock);
      return problemsResult(
        packageProblems(packageJson, lock, deployed),
        await knownVulnerabilities(deployed),
      );
    },
  };
}
