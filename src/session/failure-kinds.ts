/** The failure kinds for the screen, which knows the session and not the kernel. */
export { FAILURE_KINDS, failureKind } from '#kernel/failure-points/registry.ts';
export type { FailureKind } from '#kernel/failure-points/kind.ts';
