import path from 'node:path';
import { readProjectFiles } from '../project-files';
import { problemsResult, type Step } from '../step';
import { buildProblems } from './build-problems';
import { miniProgramProblems } from './mini-program-problems';
import { officialCompilerProblems } from './official-compilers';

const folder = 'miniprogram/';

/** What can be said about templates and styles without opening a page. */
export function miniProgramStep(root: string): Step {
  return {
    name: 'mini-program (templates, styles, labels, remote addresses)',
    run: async () => {
      const files = readProjectFiles(root, /^miniprogram\/.*\.(?:wxml|wxss|wxs|json|ts)$/);
      const inside = [...files.keys()].map(file => file.slice(folder.length));
      return problemsResult([
        ...officialCompilerProblems(path.join(root, folder), inside),
        ...(await buildProblems(path.join(root, folder))),
        ...miniProgramProblems(files),
      ]);
    },
  };
}
