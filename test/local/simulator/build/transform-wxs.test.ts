import { constructorName, transformWxs } from '../../../../local/simulator/build/template/transform-wxs';

test.each([
  ['a needless backslash stays', String.raw`getRegExp('\d\.')`, String.raw`getRegExp('\\d\\.')`],
  ['an escape that JavaScript knows is left alone', String.raw`'\n\'\\'`, String.raw`'\n\'\\'`],
  ['the constructor is a name', 'x.constructor === "Array"', `x.${constructorName} === "Array"`],
  ['a text about a constructor is text', '"x.constructor"', '"x.constructor"'],
  ['a required file loses its extension', 'require("./y.wxs")', 'require("./y")'],
  ['comments with quotes confuse nothing', "// it's\nx.constructor", `\nx.${constructorName}`],
])('%s', (_, source, expected) => {
  expect(transformWxs(source)).toBe(expected);
});
