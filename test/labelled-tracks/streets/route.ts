export interface Place {
  eastMetres: number;
  northMetres: number;
}

/** A corner or a crossing on the way. */
export interface Crossing {
  atMetres: number;
  turnDegrees: number;
  hasLight: boolean;
}

/** The way that somebody really takes, measured along itself. */
export interface Route {
  lengthMetres: number;
  crossings: readonly Crossing[];
  placeAt(metres: number): Place;
  /** Rise over run: 0.05 climbs five metres in a hundred. */
  gradeAt(metres: number): number;
}
