/** What a cue has besides its data: name, number, layer, timing, keys, notes. */
import { z } from 'zod';
import { LAYERS, LayerId } from '../../core/layers.ts';
import { CueContent, type Cue } from '../../core/schema/cue.ts';
import type { CommandInput } from '../../core/commands/registry.ts';
import { FUNCTION_KEYS } from '../../core/keys/map.ts';
import { FunctionKey, type KeyMap } from '../../core/schema/keys.ts';
import { useDesk, useStation } from '../client/desk.ts';
import { text } from '../text.ts';
import { CheckInput, ChoiceInput } from './ChoiceInputs.tsx';
import { CueCompany } from './CueCompany.tsx';
import { CuePlan } from './CuePlan.tsx';
import { DraftInput } from './DraftInput.tsx';
import { readNumber } from './field-text.ts';
import css from './inspector.module.css';

type Changes = Extract<CommandInput, { type: 'cue.edit' }>['changes'];

const t = text.inspector;

/** As a field of a form, so that it is read by the same rules as a graphic's numbers. */
const number = (kind: 'integer' | 'duration', required: boolean, min: number, max: number) =>
  ({ kind, required, min, max, key: '', title: '', description: '', default: undefined }) as const;
const NUMBER = number('integer', true, 1, 99_999);
const AUTO_OUT = number('duration', false, 1000, 3_600_000);
const AutoOut = z.number().int();

const KEY_OPTIONS = FUNCTION_KEYS.map((key) => ({ value: key, label: key }));
const NO_KEYS: KeyMap['functions'] = {};
const LAYER_OPTIONS = LAYERS.map((value) => ({ value, label: text.layers[value] }));

const whyNot = (field: Parameters<typeof readNumber>[0], typed: string): string | null => {
  const read = readNumber(field, typed);
  return read.ok ? null : read.why;
};

function FunctionKeySelect({ cue }: { cue: Cue }) {
  const desk = useDesk();
  const keys = useStation(({ state }) => state?.show.keys.functions ?? NO_KEYS);
  const holds = (key: FunctionKey) => {
    const to = keys[key];
    return to !== undefined && 'cue' in to && to.cue === cue.id;
  };
  const assigned = FUNCTION_KEYS.find(holds);
  return (
    <ChoiceInput
      label={t.functionKey}
      options={KEY_OPTIONS}
      canBeEmpty
      emptyLabel={t.noFunctionKey}
      value={assigned}
      isDisabled={false}
      onChange={(key) => {
        const wanted = FunctionKey.safeParse(key);
        if (assigned) void desk.send({ type: 'keys.assign', key: assigned, to: null });
        if (wanted.success) void desk.send({ type: 'keys.assign', key: wanted.data, to: { cue: cue.id } });
      }}
    />
  );
}

export function CueSettings({ cue, isDisabled }: { cue: Cue; isDisabled: boolean }) {
  const desk = useDesk();
  /** @param was what the field showed when one began to type */
  const save = (changes: Changes, was?: Changes) =>
    desk.send({ type: 'cue.edit', cueId: cue.id, changes, ...(was ? { was } : {}) });
  return (
    <section aria-label={t.settings} className={css['settings']}>
      <h3 className={css['subhead']}>{t.settings}</h3>
      <div className={css['wide']}>
        <DraftInput
          label={t.name}
          value={cue.name}
          isDisabled={isDisabled}
          onCommit={(name, began) =>
            save({ name: CueContent.shape.name.unwrap().parse(name.slice(0, 200)) }, { name: began })
          }
        />
      </div>
      <DraftInput
        label={t.number}
        value={String(cue.number)}
        isDisabled={isDisabled}
        inputMode="numeric"
        check={(typed) => whyNot(NUMBER, typed)}
        onCommit={(typed) => save({ number: Number(typed) })}
      />
      <ChoiceInput
        label={t.layer}
        options={LAYER_OPTIONS}
        canBeEmpty={false}
        value={cue.layer}
        isDisabled={isDisabled}
        onChange={(layer) => void save({ layer: LayerId.parse(layer) })}
      />
      <DraftInput
        label={t.autoOut}
        value={cue.autoOutMs === null ? '' : String(cue.autoOutMs / 1000)}
        isDisabled={isDisabled}
        inputMode="decimal"
        unit={t.seconds}
        hint={t.autoOutHint}
        check={(typed) => whyNot(AUTO_OUT, typed)}
        onCommit={(typed) => {
          const read = readNumber(AUTO_OUT, typed);
          return read.ok ? save({ autoOutMs: AutoOut.safeParse(read.value).data ?? null }) : null;
        }}
      />
      <FunctionKeySelect cue={cue} />
      <CuePlan cue={cue} isDisabled={isDisabled} />
      <div className={css['wide']}>
        <CheckInput
          label={t.follow}
          hint={t.followHint}
          value={cue.follow}
          isDisabled={isDisabled}
          onChange={(follow) => void save({ follow })}
        />
      </div>
      <div className={css['wide']}>
        <DraftInput
          label={t.segment}
          value={cue.segment}
          isDisabled={isDisabled}
          onCommit={(segment, began) => save({ segment: segment.slice(0, 100) }, { segment: began })}
        />
      </div>
      <div className={css['wide']}>
        <DraftInput
          label={t.notes}
          multiline
          value={cue.notes}
          isDisabled={isDisabled}
          onCommit={(notes, began) => save({ notes: notes.slice(0, 2000) }, { notes: began })}
        />
      </div>
      <CueCompany cue={cue} isDisabled={isDisabled} />
    </section>
  );
}
