/** The graphic's custom actions, each with a form of what it is sent with. */
import { useState } from 'react';
import { checkData } from '../../core/graphic-data.ts';
import type { JsonObject } from '../../core/json.ts';
import type { CustomAction, Graphic } from '../../core/schema/manifest.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { SchemaForm } from './SchemaForm.tsx';
import css from './transport.module.css';

const { workbench: words } = text;

interface ActionsProps {
  graphic: Graphic;
  isDisabled: boolean;
  send(id: string, payload: JsonObject): void;
}

interface PayloadProps {
  graphic: Graphic;
  action: CustomAction;
  schema: JsonObject;
  send(payload: JsonObject): void;
  onClose(): void;
}

function Payload({ graphic, action, schema, send, onClose }: PayloadProps) {
  const [data, setData] = useState<JsonObject>({});
  const checked = checkData({ schema }, data);
  const submit = (): void => {
    // what does not fit is sent all the same: a designer must see how the graphic takes it
    send(checked.ok ? checked.data : data);
    onClose();
  };
  return (
    <Dialog title={words.payload(action.name)} size="small" keepsTyped onClose={onClose}>
      {action.description && <p className={css['shown']}>{action.description}</p>}
      <SchemaForm
        label={words.payload(action.name)}
        graphic={{ ...graphic, schema }}
        data={data}
        problems={checked.ok ? [] : checked.problems}
        empty={words.noFields}
        onChange={setData}
      />
      <div>
        <Button kind="strong" onClick={submit}>
          {words.send(action.name)}
        </Button>
      </div>
    </Dialog>
  );
}

export function Actions({ graphic, isDisabled, send }: ActionsProps) {
  const [open, setOpen] = useState<CustomAction | null>(null);
  return (
    <div role="group" aria-label={words.actions} className={css['line']}>
      {graphic.customActions.map((action) => (
        <Button
          key={action.id}
          disabled={isDisabled}
          title={action.description}
          onClick={() => (action.schema === null ? send(action.id, {}) : setOpen(action))}
        >
          {action.schema === null ? action.name : `${action.name}…`}
        </Button>
      ))}
      {open?.schema && (
        <Payload
          graphic={graphic}
          action={open}
          schema={open.schema}
          send={(payload) => send(open.id, payload)}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}
