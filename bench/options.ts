/** What the command line may set for every part. */
export interface Options {
  /** How often each contender has its turn. */
  readonly rounds: number;
  /** Sagas of one run of the kernel. */
  readonly sagas: number;
}
