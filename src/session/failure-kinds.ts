/** The failure kinds for the screen, which knows the session and not the kernel. */
export { placeOf } from '#kernel/failure-points/kind.ts';
export { FAILURE_KINDS, failureKind } from '#kernel/failure-points/registry.ts';
export type { FailureKind, FailureParameter } from '#kernel/failure-points/kind.ts';
