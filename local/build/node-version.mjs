/** The oldest Node that the project is tested with; the functions' bundles themselves target 20.19, CloudBase's runtime. */
const oldest = { major: 20, minor: 20 };

/**
 * @param {string} version as in process.versions.node, e.g. "20.20.2"
 * @returns {string | undefined} what to tell the person, in Chinese and English, or undefined when the version will do
 */
export function nodeVersionProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > oldest.major || (major === oldest.major && minor >= oldest.minor)) return undefined;
  const wanted = `${oldest.major}.${oldest.minor}`;
  return [
    `需要 Node.js ${wanted} 或更新的版本，当前是 ${version}。请先升级 Node.js 再运行。`,
    `Node.js ${wanted} or newer is needed, this is ${version}. Please upgrade Node.js and run the command again.`,
  ].join('\n');
}
