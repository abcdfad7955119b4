const save = async (): Promise<void> => {};

export function close(): void {
  save(); // expect: typescript(no-floating-promises)
}

export function label(kind: 'lost' | 'late'): string {
  // expect-below: typescript(switch-exhaustiveness-check)
  switch (kind) {
    case 'lost':
      return 'lost';
  }
  return '';
}

export const parse = (text: string): unknown => JSON.parse(text) as any; // expect: typescript(no-explicit-any)
