/** Goes to a place of the workbench, by its address: the browser's own Back leads back. */
import { placeHash, type Place } from './address.ts';

export const goToPlace = (place: Place | null): void => {
  location.hash = place === null ? '' : placeHash(place);
};
