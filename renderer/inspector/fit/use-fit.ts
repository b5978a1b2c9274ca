/** How the texts of a cue stand in the picture, asked anew at each pause in typing, of data that is not saved yet too. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { joinPath } from '../../../core/data-path.ts';
import { checkData } from '../../../core/graphic-data.ts';
import { JsonObject } from '../../../core/json.ts';
import type { LayerId } from '../../../core/layers.ts';
import type { FitReport } from '../../../core/protocol.ts';
import type { Graphic } from '../../../core/schema/manifest.ts';
import type { Field } from '../form-model.ts';
import type { Path } from '../paths.ts';
import { FitChecker } from './checker.ts';
import { fieldNamed, fitsOf, fitWords } from './fit-words.ts';

const PAUSE_MS = 150;

interface Told {
  fits: FitReport[];
  /** The graphic's own sentence, where it cannot show the data. */
  refusal: string | null;
}

const NOTHING: Told = { fits: [], refusal: null };

export interface Fit {
  at(path: Path): string | undefined;
  /** A refusal that names no field of the form. */
  whole: string | null;
}

interface FitOptions {
  graphic: Graphic | null;
  layer: LayerId;
  /** With the theme and with what is typed just now. */
  data: JsonObject;
  fields: readonly Field[];
  /** Only while somebody edits: a cue that one passes by loads nothing. */
  isWanted: boolean;
}

export function useFit({ graphic, layer, data, fields, isWanted }: FitOptions): Fit {
  const checker = useRef<FitChecker | null>(null);
  const [told, setTold] = useState<{ hash: string; told: Told } | null>(null);
  const hash = graphic?.hash ?? '';
  useEffect(() => {
    if (!graphic || !isWanted) return;
    const mine = new FitChecker(graphic, layer);
    checker.current = mine;
    return () => {
      mine.close();
      checker.current = null;
    };
    // one frame for each version of a graphic, whatever else changes
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [hash, layer, isWanted]);

  const checked = useMemo(() => (graphic ? checkData(graphic, data) : null), [graphic, data]);
  const complete = useMemo(() => (checked?.ok ? JSON.stringify(checked.data) : null), [checked]);
  useEffect(() => {
    if (complete === null || !isWanted) return;
    const timer = setTimeout(() => {
      checker.current?.ask(JsonObject.parse(JSON.parse(complete)), (outcome) => {
        const fits = fitsOf(outcome.result) ?? [];
        const refusal = outcome.statusCode === 422 ? outcome.statusMessage : null;
        setTold({ hash, told: { fits, refusal } });
      });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [complete, hash, isWanted]);

  const { fits, refusal } = isWanted && told?.hash === hash ? told.told : NOTHING;
  const named = refusal === null ? null : fieldNamed(refusal, fields);
  return {
    at(path) {
      const [key] = path;
      if (named && path.length === 1 && key === named.key) return named.why;
      const field = joinPath(path);
      const report = fits.find((one) => one.field === field);
      const isMultiline = fields.find((one) => one.key === key)?.kind === 'multiline';
      return report && fitWords(report, isMultiline);
    },
    whole: named ? null : refusal,
  };
}
