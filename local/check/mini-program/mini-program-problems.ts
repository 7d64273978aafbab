import { lengthProblems } from './length-units';
import { pressedStyleProblems } from './pressed-style';
import { remoteAddressProblems } from './remote-addresses';
import { tappableProblems } from './tappable-elements';
import { unusedClassProblems } from './unused-classes';
import { wxCallProblems } from './wx-calls';

/** @param files texts of the mini-program by path from the project's root; compilers judge them elsewhere */
export function miniProgramProblems(files: ReadonlyMap<string, string>): string[] {
  const each = [...files].flatMap(([file, source]) => [
    ...remoteAddressProblems(file, source),
    ...(file.endsWith('.wxml') ? tappableProblems(file, source) : []),
    ...(/\.wx(?:ml|ss)$/.test(file) ? lengthProblems(file, source) : []),
    ...(file.endsWith('.wxss') ? pressedStyleProblems(file, source) : []),
    ...(file.endsWith('.ts') ? wxCallProblems(file, source) : []),
  ]);
  return [...each, ...unusedClassProblems(files)];
}
