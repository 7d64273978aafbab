import { randomBytes } from 'node:crypto';
import { MINUTE_MS } from '../beijing-time';
import type { Rider } from '../city/rider';
import { PartnerClient } from '../operator/partner-client';
import { type PlannedRide, type SentRide, sendRide } from '../route/send-ride';
import type { StationPlace } from '../stations/station-places';
import type { TeamFile } from '../team/team-file';
import { modeLabels, partnerOf, type SignedMode, signedModes, tokenAt } from './demo-partners';
import { type ModePlace, placesOf } from './mode-places';
import { modeTicket } from './mode-ticket';
import { accessOf } from './partner-secrets';

export interface ModeDeskWorld {
  url: string;
  /** Of the metro in Shenzhen. */
  stations: ReadonlyMap<string, StationPlace>;
  file: TeamFile;
}

/** A mode that somebody signs, for whoever sends rides by hand. */
export interface OfferedMode {
  mode: SignedMode;
  /** `公交 · 示例巴士` */
  text: string;
  places: string[];
}

/** What is wished of a ride; places by their names. */
export interface ModeWish {
  from?: string | undefined;
  to?: string | undefined;
  occupants?: number | undefined;
}

/** The ride has just ended. */
const ENDED_AGO_MS = MINUTE_MS;

/** The other partners' end, played by hand: rides of theirs, and the binding of accounts. */
export class ModeDesk {
  constructor(readonly world: ModeDeskWorld) {}

  /** Those whose partner has joined. */
  offered(): OfferedMode[] {
    return signedModes
      .filter(mode => accessOf(this.world.file, partnerOf(mode)) !== null)
      .map(mode => ({
        mode,
        text: `${modeLabels[mode]} · ${partnerOf(mode).name}`,
        places: this.#places(mode).map(({ name }) => name),
      }));
  }

  /** Null where the partner has not joined. */
  clientOf(mode: SignedMode): PartnerClient | null {
    const access = accessOf(this.world.file, partnerOf(mode));
    return access === null ? null : new PartnerClient(this.world.url, access);
  }

  /** The first name that the mode has no place of; undefined when all are known. */
  unknownPlace(mode: SignedMode, names: readonly (string | undefined)[]): string | undefined {
    const known = this.#places(mode).map(({ name }) => name);
    return names.find(name => name !== undefined && !known.includes(name));
  }

  /** That person's next ride of the mode. */
  send(client: PartnerClient, mode: SignedMode, rider: Rider, wish: ModeWish): Promise<SentRide> {
    return sendRide(client, rider.openid, (nowMs, stood) =>
      this.#plan(mode, rider, { ...wish, stood }, nowMs),
    );
  }

  #plan(
    mode: SignedMode,
    rider: Rider,
    { from, to, stood, occupants }: ModeWish & { stood: string | undefined },
    nowMs: number,
  ): PlannedRide {
    const places = this.#places(mode);
    const ends = endsOf(places, { from: from ?? (stood === to ? undefined : stood), to });
    const ticket = modeTicket(
      { mode, places, ...ends, ...(occupants === undefined ? {} : { occupants }) },
      {
        // A new ticket each time: the same one again would be the same ride.
        ticketId: `try-${randomBytes(8).toString('hex')}`,
        riderToken: tokenAt(partnerOf(mode), rider),
        exitMs: nowMs - ENDED_AGO_MS,
      },
    );
    return { ticket, from: ends.from.name, to: ends.to.name };
  }

  #places(mode: SignedMode): readonly ModePlace[] {
    return placesOf(mode, this.world.stations);
  }
}

/** As wished; otherwise from the first place, and to one some places further on. */
function endsOf(
  places: readonly ModePlace[],
  wish: { from: string | undefined; to: string | undefined },
): { from: ModePlace; to: ModePlace } {
  const named = (name: string | undefined): ModePlace | undefined =>
    places.find(place => place.name === name);
  const others = places.filter(({ name }) => name !== wish.to);
  const from = named(wish.from) ?? others[0]!;
  const to = named(wish.to) ?? places[(places.indexOf(from) + 3) % places.length]!;
  return { from, to };
}
