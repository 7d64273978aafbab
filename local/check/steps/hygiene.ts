import { readProjectFiles } from '../project-files';
import { problemsResult, type Step } from '../step';

interface Pattern {
  finds: RegExp;
  problem: string;
}

/** What ties a project to one machine or one network, and marks that say that something is not finished. */
const patterns: Pattern[] = [
  {
    finds:
      /(?:https?:)?\/\/(?:[\w-]+\.)*(?:registry|npm|npmmirror|artifactory|nexus|verdaccio|mirrors?)[\w-]*\.[\w.-]+/i,
    problem: 'names the host of a package registry',
  },
  { finds: /"resolved":\s*"https?:/, problem: 'pins the host that a package came from' },
  {
    finds: /(?:^|[\s"'`=(:])\/(?:work|home\/\w+|root|Users\/\w+|mnt\/\w+)\/[\w.-]/m,
    problem: 'names a path of one machine',
  },
  { finds: /\b[A-Z]:\\+Users\\/, problem: 'names a path of one machine' },
  // One letter of each stands in a class of its own, so that this file does not find itself.
  { finds: /\b(?:T[O]DO|F[I]XME|X[X]X|H[A]CK)\b/, problem: 'has a mark of unfinished work' },
  { finds: /@t[s]-(?:ignore|nocheck|expect-error)\b/, problem: 'switches the type check off' },
];

const binary = /\.(?:png|jpe?g|gif|webp|ico|woff2?|ttf|zip|gz)$/;

/** @returns one line for each file and pattern, with the line number and the text that was found */
export function hygieneProblems(files: ReadonlyMap<string, string>): string[] {
  return [...files].flatMap(([file, text]) =>
    patterns.flatMap(({ finds, problem }) => {
      const match = finds.exec(text);
      if (match === null) return [];
      const line = text.slice(0, match.index + match[0].length).split('\n').length;
      return [`${file}:${line} ${problem}: ${match[0].trim()}`];
    }),
  );
}

export function hygieneStep(root: string): Step {
  return {
    name: 'hygiene (no registry hosts, machine paths or unfinished marks)',
    run: async () => {
      const files = [...readProjectFiles(root, /./)].filter(([file]) => !binary.test(file));
      return problemsResult(hygieneProblems(new Map(files)));
    },
  };
}
