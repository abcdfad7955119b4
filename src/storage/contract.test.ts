import { describe, it } from 'vitest';
import { STORE_CONTRACT } from './contract.ts';
import { openMemory } from './memory.ts';
import { MemoryDisk } from './memory-disk.ts';

describe('the store contract on memory', () => {
  it.each(STORE_CONTRACT)('$title', (rule) => rule.check(new MemoryDisk(openMemory)));
});
