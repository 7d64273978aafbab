import path from 'node:path';
import type { Plugin } from 'esbuild';

/**
 * Parts of the SDK that a function hardly ever reaches, yet that take a third of its start when they are loaded at once.
 * Each stays in the bundle and is loaded at its first use instead, or is left out where its code never says `real()`;
 * docs/decisions has the figures and the reasons.
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
const reasonsFile = 'docs/decisions/2026-11-22-leave-the-sdks-ai-out.md';

export const laterModules: LaterModule[] = [
  {
    // Nothing of ours asks a model anything, and this is a quarter of the bundle.
    specifier: './ai',
    importer: `${sdk}/cloudbase.js`,
    code: `exports.createAI = () => { throw new Error('The SDK\\'s AI is not in this bundle: see ${reasonsFile}.'); };`,
  },
  {
    // Data models: the SDK makes this client at every init, and wx-server-sdk has no way to reach it.
    specifier: '@cloudbase/wx-cloud-client-sdk',
    importer: `${sdk}/cloudbase.js`,
    code: `const onFirstUse = make => { let made; return new Proxy({}, { get: (_, name) => (made ??= make())[name] }); };
      exports.generateHTTPClient = (...given) => onFirstUse(() => real().default.generateHTTPClient(...given));
      exports.generateMySQLClient = (...given) => real().default.generateMySQLClient(...given);`,
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
