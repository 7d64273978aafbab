import { readSource } from '../architecture/read-source';
import { placeOf } from '../architecture/rooms';

/** What reaches the server, or keeps something on the phone: pages have a service do that. */
const servicesOnly =
  /^wx\.(?:cloud|request|uploadFile|downloadFile|connectSocket|login|checkSession|\w*Storage\w*)$/;

/** Pages may move between pages and show dialogs; components are properties in and events out; views compute. */
export function wxCallProblems(file: string, source: string): string[] {
  const room = placeOf(file)?.room;
  if (room !== 'pages' && room !== 'components' && room !== 'views') return [];
  const { names } = readSource(file, source);
  if (room === 'pages')
    return [...names]
      .filter(name => servicesOnly.test(name))
      .map(name => `${file} uses ${name}: only services do`);
  return names.has('wx') ? [`${file} uses wx: ${room} do not`] : [];
}
