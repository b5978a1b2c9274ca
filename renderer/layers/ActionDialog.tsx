/** What the graphic on a layer can be told besides play and stop: its own actions, each with its form, and its answer. */
import { useState } from 'react';
import { checkData } from '../../core/graphic-data.ts';
import type { JsonObject } from '../../core/json.ts';
import type { LayerId } from '../../core/layers.ts';
import type { Item } from '../../core/schema/layer-air.ts';
import type { CustomAction } from '../../core/schema/manifest.ts';
import { useDesk } from '../client/desk.ts';
import { CheckInput } from '../inspector/ChoiceInputs.tsx';
import { PayloadForm } from '../inspector/PayloadForm.tsx';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import css from './actions.module.css';

const t = text.layerActions;

interface ActionDialogProps {
  layer: LayerId;
  item: Item;
  actions: readonly CustomAction[];
  onClose(): void;
}

/** Of the action asked last; a graphic may take its time, or never answer. */
function Answer({ item: { action, acted } }: { item: Item }) {
  if (!action) return null;
  const isAnswered = acted?.n === action.n;
  return (
    <div role="status" className={css['answer']}>
      <b>{action.id}</b> {isAnswered ? t.answered(acted.statusCode, acted.statusMessage) : t.waiting}
      {isAnswered && acted.result !== null && (
        <pre className={css['result']} aria-label={t.result}>
          {JSON.stringify(acted.result, null, 2)}
        </pre>
      )}
    </div>
  );
}

export function ActionDialog({ layer, item, actions, onClose }: ActionDialogProps) {
  const desk = useDesk();
  const [chosen, setChosen] = useState('');
  const [payload, setPayload] = useState<JsonObject>({});
  const [isCut, setCut] = useState(false);
  const action = actions.find(({ id }) => id === chosen) ?? actions[0];
  if (!action) return null;
  const { schema } = action;
  const checked = schema === null ? null : checkData({ schema }, payload);
  const send = () =>
    void desk.send({ type: 'layer.action', layer, action: action.id, payload, skipAnimation: isCut });
  return (
    <Dialog title={t.title(item.graphic.name)} size="small" keepsTyped onClose={onClose}>
      {actions.length > 1 && (
        <SelectField
          label={text.templates.actions}
          value={action.id}
          options={actions.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(next) => {
            setChosen(next);
            setPayload({});
          }}
        />
      )}
      {actions.length === 1 && <h3 className={css['name']}>{action.name}</h3>}
      {action.description && <p className={css['hint']}>{action.description}</p>}
      {schema && <PayloadForm key={action.id} schema={schema} data={payload} onChange={setPayload} />}
      <CheckInput label={t.cut} value={isCut} isDisabled={false} onChange={setCut} />
      <Answer item={item} />
      <div className={css['foot']}>
        <Button onClick={onClose}>{t.close}</Button>
        <Button kind="strong" disabled={checked !== null && !checked.ok} onClick={send}>
          {t.send}
        </Button>
      </div>
    </Dialog>
  );
}
