/** Sends what is changed in the dialog, and keeps a refusal for the place where it was caused. Nothing is believed before. */
import { useState } from 'react';
import type { CommandInput } from '../../core/commands/registry.ts';
import { useDesk } from '../client/desk.ts';
import type { Result } from '../client/pending.ts';

/** Where in the dialog. */
export type Place = 'list' | 'rate' | 'name' | 'channel' | 'target' | 'display' | 'key' | 'mode' | 'foot';

export interface Changes {
  /** @param place where a refusal is to be read */
  send(place: Place, command: CommandInput): Promise<Result>;
  /** Why the last command from there was refused. */
  refusedAt(place: Place): string | null;
}

export function useChanges(): Changes {
  const desk = useDesk();
  const [refused, setRefused] = useState<{ place: Place; detail: string } | null>(null);
  return {
    async send(place, command) {
      const result = await desk.send(command);
      setRefused(result.ok ? null : { place, detail: result.detail });
      return result;
    },
    refusedAt: (place) => (refused?.place === place ? refused.detail : null),
  };
}
