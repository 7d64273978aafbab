/** Tests mirror the source paths under test/; @swc/jest transforms, because TypeScript 7 has no JavaScript compiler API for ts-jest. */
module.exports = {
  rootDir: __dirname,
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  // pixelmatch is written in ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!pixelmatch/)'],
  transform: {
    '\\.(ts|mjs)$|/pixelmatch/index\\.js$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } },
    ],
  },
  testEnvironment: 'node',
  // What the SDK leaves behind in each file's registry slows everything that the same worker does later.
  workerIdleMemoryLimit: '600MB',
  // A test that hangs still ends, one on a busy machine, where a story of half a minute takes two, is not called wrong; with
  // SOAK=1 the tests run many more rounds.
  testTimeout: process.env.SOAK ? 30 * 60_000 : 300_000,
};
