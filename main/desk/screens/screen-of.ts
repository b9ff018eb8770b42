import type { Desk, DeskOptions, Screen } from '../ports.ts';

/** Which page this machine shows, for the host that opens its window: as it was started, else as the hall knows it. */
export async function screenOf(desk: Desk, options: Pick<DeskOptions, 'waitingRoom'>): Promise<Screen> {
  const started = options.waitingRoom?.screen ?? null;
  if (started !== null) return started;
  const reply = await desk.call({ session: 'host', trusted: true }, 'screen.get', {});
  desk.forget('host');
  const said = reply.ok && typeof reply.value === 'object' && reply.value !== null ? reply.value : {};
  const screen = 'screen' in said ? said.screen : 'desk';
  return screen === 'kiosk' || screen === 'display' ? screen : 'desk';
}
