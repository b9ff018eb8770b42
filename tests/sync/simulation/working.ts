import { problemCode } from './problem-code.ts';
import { DeskKilled, type DeskLife, type SimDesk } from './sim-desk.ts';
import type { World } from './world.ts';

/**
 * One thing done by hand: told once the call returns, not at all when it is refused or the desk dies over it.
 * @param does gives false where there was nothing to do
 * @returns whether something was done
 */
export async function work(
  world: World,
  desk: SimDesk,
  does: (life: DeskLife) => unknown,
  poison?: string,
): Promise<boolean> {
  const life = await world.life(desk);
  let isDone = false;
  try {
    isDone = (await does(life)) !== false;
    world.ledger.told(desk, life, poison);
  } catch (error) {
    isDone = false;
    // The office's own rules, a full disk, the plug: nobody was told that it is saved.
    const code = problemCode(error);
    if (!(error instanceof DeskKilled) && code === null) throw error;
    if (code !== null) world.coverage.note('refused by the desk', code);
  }
  // Now and then the next thing is done before the line has moved at all.
  if (world.chance.happens(50)) await world.pass(world.chance.below(3_000));
  return isDone;
}
