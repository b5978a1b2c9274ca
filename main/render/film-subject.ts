/** What a film is to show, and how it is to be written. */
import type { JsonObject } from '../../core/json.ts';
import type { FilmFormat } from '../../core/render.ts';
import type { Graphic } from '../../core/schema/manifest.ts';
import type { Plan } from './schedule.ts';

export interface FilmSubject {
  graphic: Graphic;
  data: JsonObject;
  plan: Plan;
  format: FilmFormat;
  width: number;
  frameRate: number;
}
