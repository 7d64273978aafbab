/** Somebody whose phone can be played. */
export interface SimulatedPerson {
  openid: string;
  name: string;
  /** What is typical of the person, in a few words. */
  description: string;
  /** Whether a new openid is drawn each time somebody asks for this person: nobody is a newcomer twice. */
  isDrawn: boolean;
  /** Why the person cannot be chosen yet; empty when that is possible. */
  unavailable: string;
  /** Path of the page that opens for this person; empty for the app's first. */
  page: string;
}

/** A setting that the program itself keeps in its storage, e.g. its elder mode. */
export interface StorageSwitch {
  label: string;
  storageKey: string;
}

/** What the shell is told by whoever serves it, in its page. */
export interface ShellSettings {
  title: string;
  people: SimulatedPerson[];
  /** Members of staff, if there are any: shown apart from those who use the program. */
  team: SimulatedPerson[];
  storageSwitches: StorageSwitch[];
  /**
   * Names the data behind the program, so that phones which remember another city's are emptied; empty where nobody
   * knows.
   */
  world: string;
  /** Whether the endpoint's routes (`/clock`, `/calls`, `/call`) are there. */
  hasCloud: boolean;
  /** Whether `/operator/…`, `/team/…` and `/tamper/…` are there. */
  hasOperator: boolean;
}
