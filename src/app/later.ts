/** Parts of the page that are loaded when they are wanted. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** The part, once it was wanted and has come. */
export function useLater(wanted: boolean, load: () => Promise<ComponentType>): ComponentType | undefined {
  const [part, setPart] = useState<ComponentType>();
  useEffect(() => {
    if (wanted && !part) void load().then((loaded) => setPart(() => loaded));
  }, [wanted]);
  return part;
}
