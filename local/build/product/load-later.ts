import path from 'node:path';
import type { Plugin } from 'esbuild';

/**
 * Parts of the SDK that a function hardly ever reaches, or never. Some would take a third of its start if they were loaded
 * at once: each stays in the bundle and is loaded at its first use. The others, whose code never says `real()`, are left
 * out. docs/decisions has the figures and the reasons.
 */
export interface LaterModule {
  /** As the SDK requires it. */
  specifier: string;
  /** The end of the path of the one file that requires it. */
  importer: string;
  /** A CommonJS module with the same exports, in which `real()` is the module itself. What is left out says so. */
  code: string;
}

const sdk = '@cloudbase/node-sdk/dist';

/** Where somebody who meets a part that is left out finds out why, and what to do. */
const reasonsFile = 'docs/decisions/2026-11-22-leave-parts-of-the-sdk-out.md';

const throwing = (part: string): string =>
  `() => { throw new Error('The SDK\\'s ${part} is not in this bundle: see ${reasonsFile}.'); }`;

export const laterModules: LaterModule[] = [
  {
    // Nothing of ours asks a model anything, and this is a quarter of the bundle.
    specifier: './ai',
    importer: `${sdk}/cloudbase.js`,
    code: `exports.createAI = ${throwing('AI')};`,
  },
  {
    // Data models: the SDK makes this client at every init, and wx-server-sdk has no way to reach it.
    specifier: '@cloudbase/wx-cloud-client-sdk',
    importer: `${sdk}/cloudbase.js`,
    code: `exports.generateHTTPClient = () => new Proxy({}, { get: ${throwing('data models')} });
      exports.generateMySQLClient = ${throwing('data models')};`,
  },
  {
    specifier: 'axios',
    importer: `${sdk}/cloudbase.js`,
    code: 'module.exports = (...given) => real()(...given);',
  },
  {
    specifier: 'axios',
    importer: `${sdk}/utils/metadata.js`,
    code: 'exports.get = (...given) => real().get(...given);',
  },
  {
    specifier: 'jsonwebtoken',
    importer: `${sdk}/auth/index.js`,
    code: 'exports.sign = (...given) => real().sign(...given);',
  },
  {
    specifier: 'xml2js',
    importer: `${sdk}/storage/index.js`,
    code: 'exports.parseString = (...given) => real().parseString(...given);',
  },
  {
    // The SDK only reads XML.
    specifier: './builder',
    importer: 'xml2js/lib/xml2js.js',
    code: `exports.Builder = function () { (${throwing('XML writer')})(); };`,
  },
];

const namespace = 'load-later';

/** Puts the stand-ins between the SDK and these modules; whatever the SDK calls still ends in the real module. */
export function loadLater(modules: LaterModule[] = laterModules): Plugin {
  return {
    name: namespace,
    setup(build) {
      for (const later of modules) {
        build.onResolve({ filter: exactly(later.specifier) }, ({ importer, resolveDir }) => {
          // The stand-in's own require has this namespace and its name as importer, so it finds the real module.
          if (!importer.split(path.sep).join('/').endsWith(`/${later.importer}`)) return undefined;
          return {
            path: `${later.importer} ${later.specifier}`,
            namespace,
            pluginData: { later, resolveDir },
          };
        });
      }
      build.onLoad({ filter: /./, namespace }, ({ pluginData }) => {
        const { later, resolveDir } = pluginData as { later: LaterModule; resolveDir: string };
        // A require that is written down takes the module into the bundle, whether or not it is ever reached.
        const real = later.code.includes('real()')
          ? `const real = () => require(${JSON.stringify(later.specifier)});\n`
          : '';
        const contents = `${real}${later.code}`;
        return { contents, resolveDir, loader: 'js' };
      });
    },
  };
}

function exactly(specifier: string): RegExp {
  return new RegExp(`^${specifier.replace(/[./]/g, '\\$&')}$`);
}
