/** The sample data of a package: its usual one, else its first. */
import { useEffect, useState } from 'react';
import { JsonObject } from '../../core/json.ts';
import type { Graphic } from '../../core/schema/manifest.ts';

const PLAIN = 'fixtures/usual.json';

const addressOf = ({ id, hash, fixtures }: Graphic): string => {
  const file = (fixtures.find(({ name }) => name === 'usual') ?? fixtures[0])?.file ?? PLAIN;
  return `/graphics/${encodeURIComponent(id)}/${hash}/${file.split('/').map(encodeURIComponent).join('/')}`;
};

async function read(address: string): Promise<JsonObject> {
  try {
    const answer = await fetch(address);
    return answer.ok ? (JsonObject.safeParse(await answer.json()).data ?? {}) : {};
  } catch {
    // no line, or no JSON: what the model has by default is shown instead
    return {};
  }
}

/** @returns null until it is there; `{}` for a package without any */
export function useFixture(graphic: Graphic): JsonObject | null {
  const address = addressOf(graphic);
  const [kept, setKept] = useState<{ address: string; data: JsonObject } | null>(null);
  useEffect(() => {
    let isWanted = true;
    void read(address).then((data) => isWanted && setKept({ address, data }));
    return () => {
      isWanted = false;
    };
  }, [address]);
  return kept?.address === address ? kept.data : null;
}
