import type { Cloud } from '../../cloud';
import type { City } from '../city/city';
import type { MetroNetwork } from '../city/metro-network';
import type { DemoFile } from '../folder/demo-file';

/** A running demo, for whoever adds pages to its port. */
export interface Pages {
  /** Folder of the project. */
  root: string;
  dataFolder: string;
  cloud: Cloud;
  city: City;
  network: MetroNetwork;
  file: DemoFile;
}

/** Adds them; what it answers ends them. */
export type MountPages = (pages: Pages) => () => void;
