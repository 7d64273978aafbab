import { listBindings } from '../../services/bindings';
import { collectedBubbles } from '../../services/collected-bubbles';
import { rememberedConsent } from '../../services/consent-memory';
import { currentBalance, latestEntries } from '../../services/ledger';
import { session } from '../../services/riders';
import { latestTrips, ridesSummary } from '../../services/rides';
import { ServiceError } from '../../services/service-error';
import { thousands } from '../../views/amounts';
import { viewBalance } from '../../views/balance';
import { monthText } from '../../views/beijing-time';
import { viewBubbles } from '../../views/bubbles';
import { comparisonText } from '../../views/comparison';
import { expiringSoon } from '../../views/expiring';
import { storedNoteOf } from '../../views/stored-copy';
import { viewTrip } from '../../views/trip';
import { viewWeek, weekText } from '../../views/week';

const TRIPS_SHOWN = 3;
/** The others tell what the bubbles are of. */
const TRIPS_READ = 10;
/** Bubbles come from these. */
const ENTRIES_READ = 10;

/** Whether consent was given; null when the server cannot be reached and only stored copies are there to show. */
async function consentGiven(): Promise<boolean | null> {
  try {
    return (await session()).consent.given;
  } catch (error) {
    if (error instanceof ServiceError && error.isOutOfReach) return null;
    throw error;
  }
}

/**
 * Consent as the page needs it to begin. What this phone remembers saves a call that everything else would share its way
 * with; a phone that remembers nothing signs in before it reads, because whoever is new would be refused until then.
 */
async function consentToBegin(): Promise<boolean | null> {
  return rememberedConsent() === true ? true : consentGiven();
}

/** Whether the server, asked once more after the page stands, knows nothing of the consent that was taken for granted. */
export const hasLostConsent = async (): Promise<boolean> => (await consentGiven()) === false;

/** Where somebody without a single trip stands: what the next step is. */
async function newcomerStep(given: boolean | null): Promise<'consent' | 'bind' | 'ride'> {
  if (given === false) return 'consent';
  return (await listBindings()).data.length === 0 ? 'bind' : 'ride';
}

/** Everything that the page shows, in one go: one `setData` of it. Throws `ServiceError`. */
export async function readHome() {
  const consent = consentToBegin();
  if (rememberedConsent() === null) await consent;
  const [given, balance, summary, trips, entries] = await Promise.all([
    consent,
    currentBalance(),
    ridesSummary(),
    latestTrips(TRIPS_READ),
    latestEntries(ENTRIES_READ),
  ]);
  const nowMs = Date.now();
  const { today, month } = summary.data;
  const isNewcomer = trips.data.trips.length === 0 && entries.data.entries.length === 0;
  return {
    state: isNewcomer ? ('newcomer' as const) : ('rider' as const),
    step: isNewcomer ? await newcomerStep(given) : ('ride' as const),
    isReadOnly: given === false,
    stored: storedNoteOf([balance, summary, trips, entries], nowMs),
    balance: viewBalance(balance.data.balance),
    expiring: expiringSoon(balance.data.balance, nowMs),
    month: {
      month: month.month,
      heading: `${monthText(month.month, today)}已减排`,
      trips: `${month.trips} 趟`,
      grams: thousands(month.grams),
      comparison: comparisonText(month.grams),
    },
    week: viewWeek(summary.data),
    weekText: weekText(summary.data),
    trips: trips.data.trips.slice(0, TRIPS_SHOWN).map(trip => viewTrip(trip, today)),
    bubbles: viewBubbles(entries.data.entries, collectedBubbles(), nowMs, trips.data.trips),
  };
}

/**
 * Whether the account has changed since the page was read: one call that reads one document. Without an answer nothing has.
 */
export async function hasNewBalance({ balance }: HomeView): Promise<boolean> {
  const read = await currentBalance().catch(() => null);
  if (read === null || read.isStored) return false;
  return JSON.stringify(viewBalance(read.data.balance)) !== JSON.stringify(balance);
}

export type HomeView = Awaited<ReturnType<typeof readHome>>;
