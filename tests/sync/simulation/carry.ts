import { problemCode } from './problem-code.ts';
import { DeskKilled, type SimDesk } from './sim-desk.ts';
import type { World } from './world.ts';

/** Sticks that lie about; the oldest is lost when there are more. */
const STICKS = 16;

/** Data carried by hand: a desk seals what waits, or the answer to a file goes back to it. Changes nothing at the desk. */
export async function writeStick(world: World, desk: SimDesk): Promise<boolean> {
  const { opened, session } = await world.life(desk);
  try {
    const file = await opened.handlers['courier.write']({ skip: 0 }, session);
    keep(world, file.bytes);
    world.coverage.note('faults', 'courier: a file written');
    return true;
  } catch (error) {
    // Nothing waits.
    if (problemCode(error) === null) throw error;
    return false;
  }
}

/**
 * Any stick is read at any desk, in any order and any number of times; now and then one that is damaged. The answer to
 * somebody's file comes back on a stick of its own.
 */
export async function readStick(world: World, desk: SimDesk): Promise<boolean> {
  const { chance, sticks, coverage } = world;
  if (sticks.length === 0) return false;
  const whole = chance.of(sticks);
  const isDamaged = chance.happens(10);
  const bytes = isDamaged ? whole.slice(0, 4 * chance.below(whole.length / 4)) : whole;
  const { opened, session } = await world.life(desk);
  // The line brings the answer, if any, while time goes by: nobody waits for it.
  void Promise.resolve(opened.handlers['courier.read']({ bytes }, session)).then(
    (read) => {
      coverage.note('faults', read.kind === 'answer' ? 'courier: an answer read' : 'courier: a file handed in');
      world.took('readStick');
      if (read.kind === 'passedOn') keep(world, read.bytes);
    },
    (error: unknown) => {
      if (error instanceof DeskKilled) return;
      const code = problemCode(error);
      if (code === null) world.strange.push(error);
      else coverage.note('faults', isDamaged ? 'courier: a damaged file' : `courier: ${code}`);
    },
  );
  await world.settle();
  return false;
}

function keep({ sticks }: World, bytes: string): void {
  sticks.push(bytes);
  if (sticks.length > STICKS) sticks.shift();
}
