/** What only some graphics on air have: actions of their own, a newer version, addresses that they asked for. */
import { useState } from 'react';
import type { LayerId } from '../../core/layers.ts';
import type { Item } from '../../core/schema/layer-air.ts';
import { useDesk, useStation } from '../client/desk.ts';
import { text } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { ActionDialog } from './ActionDialog.tsx';
import css from './layers.module.css';

const t = text.layerActions;

/** @param item what is on air on the layer, not what leaves it */
export function LayerTools({ layer, item }: { layer: LayerId; item: Item }) {
  const desk = useDesk();
  const [isOpen, setOpen] = useState(false);
  const graphic = useStation(({ graphics }) => graphics.get(item.graphic.id) ?? null);
  const name = text.layers[layer];
  const { asked = [] } = item;
  // another version may know none of these, or take other words with them
  const actions = graphic?.hash === item.graphic.hash ? graphic.customActions : [];
  return (
    <>
      {asked.length > 0 && <Chip tone="warn" shape="stop" word={t.asked} title={t.askedLong(asked)} />}
      {graphic && graphic.hash !== item.graphic.hash && (
        <Button
          className={css['tool']}
          acts
          savesFields={false}
          aria-label={t.upgradeOf(name)}
          title={t.upgradeLong}
          onClick={() => void desk.send({ type: 'layer.upgrade', layer })}
        >
          {t.upgrade}
        </Button>
      )}
      {actions.length > 0 && (
        <Button
          className={css['tool']}
          acts
          savesFields={false}
          aria-label={t.openOf(name)}
          onClick={() => setOpen(true)}
        >
          {t.open}
        </Button>
      )}
      {isOpen && <ActionDialog layer={layer} item={item} actions={actions} onClose={() => setOpen(false)} />}
    </>
  );
}
