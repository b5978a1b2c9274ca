/** Rendering out, as the API has it: from what is asked for to what can be drawn, or to why not. */
import { join } from 'node:path';
import { gate } from '../../core/gate.ts';
import { checkData } from '../../core/graphic-data.ts';
import { refuseFor } from '../../core/refusal.ts';
import { sizeProblem, type CueStill, type RenderJob, type RenderRequest } from '../../core/render.ts';
import { getRow } from '../../core/table.ts';
import { withTheme } from '../../core/theme.ts';
import { CueId } from '../../core/ids.ts';
import type { Store } from '../store/store.ts';
import type { Log, Sources } from '../world.ts';
import type { Camera } from './camera.ts';
import { Films } from './films.ts';
import { renderRefused, type RenderRefused } from './refused.ts';
import { planOf } from './schedule.ts';
import { stepProblem, takeStill, type Still, type Subject } from './stills.ts';
import { Thumbnails, type Pictured, type Thumbnail } from './thumbnails.ts';

export interface RendersDeps {
  store: Store;
  /** A version of a graphic; the one in use where no hash is given. */
  find: (id: string, hash: string | null) => Pictured | null;
  camera: Camera;
  ffmpeg: () => string | null;
  /** The station's data folder. */
  data: string;
  sources: Sources;
  log: Log;
}

export class Renders {
  readonly #deps: RendersDeps;
  readonly #thumbnails: Thumbnails;
  readonly #films: Films;
  #lastStill: Promise<unknown> = Promise.resolve();

  constructor(deps: RendersDeps) {
    this.#deps = deps;
    const { camera, ffmpeg, data, sources, log } = deps;
    const draw = (subject: Subject): Promise<Still> => takeStill(camera, subject);
    this.#thumbnails = new Thumbnails({ folder: join(data, 'thumbnails'), draw, log });
    this.#films = new Films({ camera, ffmpeg, folder: join(data, 'renders'), newId: sources.newId, log });
  }

  async thumbnail(id: string, hash: string | null, again: boolean): Promise<Thumbnail> {
    const found = this.#find(id, hash);
    return 'ok' in found ? found : this.#thumbnails.get(found, again);
  }

  async still(id: string, request: RenderRequest): Promise<Still> {
    const subject = this.#subjectOf(id, request);
    return 'ok' in subject ? subject : this.#inTurn(subject);
  }

  film(id: string, request: RenderRequest): RenderJob | RenderRefused {
    const { format, frameRate, width } = request;
    if (format === 'png') return renderRefused('bad_request', 'A film is mov or webm.');
    const subject = this.#subjectOf(id, request);
    if ('ok' in subject) return subject;
    const { graphic, data } = subject;
    const why = stepProblem(graphic, request.step);
    if (why) return why;
    return this.#films.start({ graphic, data, plan: planOf(graphic, request), format, width, frameRate });
  }

  /**
   * A cue as it would go to air now. What the gate would keep off program is kept out of files too, for nobody can
   * take a file back. In rehearsal as well: a file does not say where it came from.
   * @param draft draw it all the same where it can be drawn, with DRAFT burnt into it
   */
  async cueStill(id: string, request: CueStill, draft: boolean): Promise<Still> {
    const { store, sources } = this.#deps;
    const { show } = store.state;
    const parsed = CueId.safeParse(id);
    const cue = parsed.success ? getRow(show.cues, parsed.data) : undefined;
    if (!cue) return renderRefused('cue_unknown', 'There is no such cue.');
    const size = sizeProblem(request);
    if (size) return renderRefused('bad_request', size);
    const { graphic, data, problems } = gate(show, cue, store.graphics, 'live', sources.now());
    const found = graphic && this.#deps.find(graphic.id, graphic.hash);
    const refusal = refuseFor(`Cue ${cue.number} cannot be a file`, problems);
    if (!found || !data || (refusal && !draft))
      return renderRefused('not_for_air', refusal?.detail ?? 'Its template is not installed.', problems);
    return this.#inTurn({ graphic: found.graphic, data, draft, step: request.step, width: request.width });
  }

  job = (job: string): RenderJob | null => this.#films.get(job);
  file = (job: string): string | null => this.#films.file(job);
  cancel = (job: string): Promise<RenderJob | null> => this.#films.cancel(job);
  close = (): Promise<void> => this.#films.close();

  #find(id: string, hash: string | null): Pictured | RenderRefused {
    const found = this.#deps.find(id, hash);
    if (found) return found;
    return this.#deps.find(id, null)
      ? renderRefused('version_unknown', `The template “${id}” has no version ${hash ?? ''}.`)
      : renderRefused('graphic_unknown', `There is no template “${id}”.`);
  }

  #subjectOf(id: string, request: RenderRequest): Subject | RenderRefused {
    const found = this.#find(id, request.hash ?? null);
    if ('ok' in found) return found;
    const { graphic } = found;
    const size = sizeProblem(request);
    if (size) return renderRefused('bad_request', size);
    const theme = request.theme ?? this.#deps.store.state.show.theme;
    const checked = checkData(graphic, withTheme(graphic.schema, request.data, theme));
    if (!checked.ok) {
      const refusal = refuseFor(`“${graphic.name}” cannot show this data`, checked.problems);
      return renderRefused('data_invalid', refusal?.detail ?? '', checked.problems);
    }
    const { step, width } = request;
    return { graphic, data: checked.data, step, width, draft: false };
  }

  /** One page at a time: two would only make both late. */
  #inTurn(subject: Subject): Promise<Still> {
    const still = this.#lastStill.then(() => takeStill(this.#deps.camera, subject));
    // who comes next waits for this one to be over, however it ends
    this.#lastStill = still.catch(() => undefined);
    return still;
  }
}
