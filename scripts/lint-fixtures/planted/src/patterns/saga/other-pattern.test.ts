import { test } from 'vitest';
import { project } from '#patterns/cqrs/projector.ts'; // expect: sagascope(layers)

test('a test of one pattern knows no other pattern either', () => void project);
