/** Runs the store contract on the browser's own IndexedDB. */
import { STORE_CONTRACT } from '#storage/contract.ts';
import { DexieStore } from '#storage/dexie/store.ts';

declare global {
  interface Window {
    contractTitles: readonly string[];
    /** Null when the rule holds, else what is wrong. */
    checkContract(index: number): Promise<string | null>;
  }
}

window.contractTitles = STORE_CONTRACT.map(({ title }) => title);

window.checkContract = async (index) => {
  const place = `contract-${index}-`;
  try {
    await STORE_CONTRACT[index]!.check({
      connect: (name, definition, contents) => new DexieStore({ run: place + name, definition, layout: 'h', ...(contents && { contents }) }),
    });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};
