/**
 * Whether this process has a file in hand, or something that was only put off until others had their turn: neither is late,
 * whatever the simulation's time says, and nothing else moves before it has come to its end.
 */
export function isAtWork(): boolean {
  return process
    .getActiveResourcesInfo()
    .some((what) => what.startsWith('FSReq') || what === 'CloseReq' || what === 'Immediate');
}
