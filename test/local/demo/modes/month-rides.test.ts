import { buildCity } from '../../../../local/demo/city/build-city';
import { readMetroNetwork } from '../../../../local/demo/city/read-metro-network';
import { signedModes } from '../../../../local/demo/modes/demo-partners';
import { placesOf } from '../../../../local/demo/modes/mode-places';
import { minutesOf, modeTicket } from '../../../../local/demo/modes/mode-ticket';
import { modeRidesOf } from '../../../../local/demo/modes/month-rides';
import { readStationPlaces } from '../../../../local/demo/stations/station-places';

const root = process.cwd();
const network = readMetroNetwork(root);
const stations = readStationPlaces(root);
const placesIn = (mode: (typeof signedModes)[number]) => placesOf(mode, stations);
/** Months that begin on each day of the week: who is free when differs. */
const months = [
  '2026-10-05',
  '2026-10-06',
  '2026-10-07',
  '2026-10-08',
  '2026-10-09',
  '2026-10-10',
  '2026-10-11',
].map(startDay => {
  const city = buildCity({ network, startDay });
  return { startDay, city, rides: modeRidesOf(city, placesIn) };
});

test.each(months)('in a month from $startDay the first rider takes every mode', ({ rides }) => {
  const own = rides.filter(({ rider }) => rider.openid === 'demo-commuter-001');
  expect(new Set(own.map(({ mode }) => mode))).toEqual(new Set(signedModes));
  expect(rides.length).toBeGreaterThan(20);
});

test.each(months)('in a month from $startDay nobody is underway twice at a time', ({ city, rides }) => {
  for (const { rider, ticket } of rides) {
    const metro = city.rides.filter(({ openid }) => openid === rider.openid).map(ride => ride.ticket);
    const others = rides.filter(one => one.rider === rider && one.ticket !== ticket).map(one => one.ticket);
    const met = [...metro, ...others].filter(
      ({ entry, exit }) => entry.atMs < ticket.exit.atMs && ticket.entry.atMs < exit.atMs,
    );
    expect({ ticketId: ticket.ticketId, met }).toEqual({ ticketId: ticket.ticketId, met: [] });
  }
});

test.each(months)(
  'in a month from $startDay nobody is in another city and on the metro on one day',
  ({ city, rides }) => {
    const dayOf = (atMs: number) => Math.floor((atMs - city.startMs) / 86_400_000);
    for (const { rider, mode, day } of rides.filter(({ mode: by }) => by === 'nev' || by === 'carpool')) {
      const metro = city.rides.filter(
        ({ openid, ticket }) => openid === rider.openid && dayOf(ticket.entry.atMs) === day,
      );
      const cities = new Set(
        rides.filter(one => one.rider === rider && one.day === day).map(one => one.mode),
      );
      expect({ metro, cities: [...cities] }).toEqual({ metro: [], cities: [mode] });
    }
  },
);

test.each(months)(
  'in a month from $startDay every way leads somewhere, a bus’s over its stops',
  ({ rides }) => {
    for (const { mode, ticket } of rides) {
      const { entry, exit, via = [] } = ticket;
      expect([entry.longitude, entry.latitude]).not.toEqual([exit.longitude, exit.latitude]);
      const points = [entry, ...via, exit].map(({ longitude }) => longitude);
      const sorted = [...points].sort((left, right) => left - right);
      // The line goes straight from west to east.
      if (mode === 'bus') expect([sorted, [...sorted].reverse()]).toContainEqual(points);
    }
  },
);

test('the same city gives the same rides, each under a ticket of its own', () => {
  const [{ city, rides }] = months as [(typeof months)[number]];
  expect(modeRidesOf(city, placesIn)).toEqual(rides);
  expect(new Set(rides.map(({ ticket }) => ticket.ticketId)).size).toBe(rides.length);
});

test.each(signedModes)('every place of %s is on the map', mode => {
  const places = placesIn(mode);
  expect(places.length).toBeGreaterThan(4);
  for (const { longitude, latitude } of places) {
    expect(longitude).toBeGreaterThan(113);
    expect(latitude).toBeGreaterThan(22);
  }
});

describe('a ticket', () => {
  const given = { ticketId: 't', riderToken: 'r', exitMs: 10_000_000 };
  const ticketOf = (mode: (typeof signedModes)[number], first: number, last: number) => {
    const places = placesIn(mode);
    return modeTicket({ mode, places, from: places[first]!, to: places[last]! }, given);
  };

  test('of a bus names its stops, and those between in the order of travel, either way', () => {
    const there = ticketOf('bus', 0, 4);
    const back = ticketOf('bus', 4, 0);
    expect([there.entry.station, there.exit.station]).toEqual(['世界之窗公交站', '车公庙公交站']);
    expect(there.via).toHaveLength(3);
    expect(back.via).toEqual([...there.via!].reverse());
    expect(back.distanceMetres).toBe(there.distanceMetres);
    expect(ticketOf('bus', 0, 1).via).toBeUndefined();
  });

  test('of a bicycle has points without names, of a carpool who was in it', () => {
    expect(ticketOf('shared-bike', 0, 3).entry).not.toHaveProperty('station');
    expect(ticketOf('carpool', 0, 3)).toMatchObject({
      occupants: 3,
      carTripId: 't',
      detourMetres: 900,
    });
    expect(ticketOf('nev', 0, 3)).not.toHaveProperty('occupants');
  });

  test.each(signedModes)('of %s takes as long as the way does', mode => {
    const places = placesIn(mode);
    const ticket = ticketOf(mode, 0, 3);
    const minutes = minutesOf({ mode, places, from: places[0]!, to: places[3]! });
    expect(ticket.exit.atMs - ticket.entry.atMs).toBe(minutes * 60_000);
    expect(ticket.exit.atMs).toBe(given.exitMs);
  });
});
