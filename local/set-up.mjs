/**
 * The one door to every command: `node local/set-up.mjs <command> [arguments]`. It is plain JavaScript without packages,
 * because on a bare machine nothing else can run yet. It does whatever set-up is missing, says so, then runs the command.
 */
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { nodeVersionProblem } from './build/node-version.mjs';

const problem = nodeVersionProblem(process.versions.node);
if (problem !== undefined) {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}

// Imported only now: an old Node would stop at newer syntax before it could say what is wrong.
const { runCommand } = await import('./build/run-command.mjs');
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
process.exit(await runCommand(root, process.argv[2], process.argv.slice(3)));
