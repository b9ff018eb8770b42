import type { Address, Member } from '../../contract/hall.ts';
import type { Clock } from '../desk/ports.ts';

/** A display or kiosk without its host looks for it so often, ms: people stand in front of it. Desks, which are many, with each beat. */
export const SEEK_EVERY_MS = 250;
/** The next address of a machine is tried so long after the one before, which may no longer be its own, ms. */
const NEXT_ADDRESS_MS = 150;
/** A machine is looked for again while an earlier look still waits, so that one lost packet costs no second. */
const MOST_UNDER_WAY = 5;

export interface LookingOptions {
  readonly clock: Clock;
  readonly isWanted: (device: string) => boolean;
  /**
   * @param takes asked once somebody answers there, before anything is said: no means that another line was quicker
   * @returns whether it was that machine
   */
  readonly dial: (to: Address, takes: () => boolean) => Promise<boolean>;
}

/**
 * Looks for machines of the hall at every address they were ever met at: who first answers is it. Of one machine only one
 * line at a time says hello, since the other side lets an older line go for a newer one.
 */
export function createLooking({ clock, isWanted, dial }: LookingOptions): (members: readonly Member[]) => void {
  const underWay = new Map<string, number>();
  /** Devices that are being spoken with. */
  const meeting = new Set<string>();

  const lookFor = async ({ device, addresses }: Member): Promise<void> => {
    let hasAnswered = false;
    const isOver = (): boolean => hasAnswered || meeting.has(device) || !isWanted(device);
    const tryAt = async (address: Address): Promise<void> => {
      let isMeeting = false;
      const takes = (): boolean => {
        isMeeting = !isOver();
        if (isMeeting) meeting.add(device);
        return isMeeting;
      };
      const isIt = await dial(address, takes);
      if (isMeeting) meeting.delete(device);
      if (isIt) hasAnswered = true;
    };
    underWay.set(device, (underWay.get(device) ?? 0) + 1);
    await Promise.all(
      addresses.map(async (address, nth) => {
        if (nth > 0) await new Promise<void>((resolve) => void clock.after(nth * NEXT_ADDRESS_MS, resolve));
        if (!isOver()) await tryAt(address);
      }),
    );
    underWay.set(device, (underWay.get(device) ?? 1) - 1);
  };
  return (members) => {
    for (const member of members) {
      const { device } = member;
      if (isWanted(device) && (underWay.get(device) ?? 0) < MOST_UNDER_WAY) void lookFor(member);
    }
  };
}
