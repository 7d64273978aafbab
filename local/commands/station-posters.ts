/**
 * `npm run station:posters`: the posters that hang at stations, as a PDF and on request as pictures. What they say is signed by
 * the product and asked for as a member of staff, or comes from a file that the console has saved: no key is needed here.
 */
import { UsageError } from '../demo/command-line/usage-error';
import { parsePosterArguments } from '../posters/arguments';
import { printPosters } from '../posters/print-posters';
import { askForPosters, choosePosters, readPosterFile } from '../posters/read-posters';

async function run(): Promise<string> {
  const { codes, url, person, stations, folder, pictures } = parsePosterArguments(
    process.argv.slice(2),
    process.cwd(),
  );
  const all = codes === null ? await askForPosters(url, person) : readPosterFile(codes);
  const chosen = choosePosters(all, stations);
  const printed = await printPosters(chosen, folder, { pictures });
  return [`${chosen.length} 张海报：${printed.pdf}`, ...printed.pictures].join('\n');
}

run().then(
  words => process.stdout.write(`${words}\n`),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  },
);
