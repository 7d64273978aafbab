import type { Incentive } from '../../contract/rides';
import { methodologyOf as ownTripsMethodology } from '../../domain/own-trips';
import type { Parameters } from '../../domain/parameters';
import { methodologyOf as plansMethodology } from '../../domain/plans';
import { methodologyOf as reportsMethodology } from '../../domain/reports';
import { methodologyOf as stationCodesMethodology } from '../../domain/station-codes';
import { methodologyOf as stepsMethodology } from '../../domain/steps';
import { methodologyOf as tracksMethodology } from '../../domain/tracks';

/** Every domain's numbers that pay bonus, in the order in which the methodology page shows them. */
const parts: readonly ((parameters: Parameters) => readonly Incentive[])[] = [
  ownTripsMethodology,
  stationCodesMethodology,
  stepsMethodology,
  plansMethodology,
  tracksMethodology,
  reportsMethodology,
];

export const incentivesOf = (parameters: Parameters): Incentive[] => parts.flatMap(part => part(parameters));
