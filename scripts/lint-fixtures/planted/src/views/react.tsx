import { useMemo } from 'react'; // expect: sagascope(layers)
import { now } from '#kernel/clock.ts'; // expect: sagascope(layers)

export const useNow = (): number => useMemo(() => now([]), []);
