import { problemCode } from './problem-code.ts';
import { DeskKilled, type DeskLife, type SimDesk } from './sim-desk.ts';
import type { World } from './world.ts';

/** One thing done by hand: told once the call returns, not at all when it is refused or the desk dies over it. */
export async function work(
  world: World,
  desk: SimDesk,
  does: (life: DeskLife) => unknown,
  poison?: string,
): Promise<void> {
  const life = await world.life(desk);
  try {
    await does(life);
    world.ledger.told(desk, life, poison);
  } catch (error) {
    // The office's own rules, a full disk, the plug: nobody was told that it is saved.
    const code = problemCode(error);
    if (!(error instanceof DeskKilled) && code === null) throw error;
    if (code !== null) world.coverage.note('refused by the desk', code);
  }
  // Now and then the next thing is done before the line has moved at all.
  if (world.chance.happens(50)) await world.pass(world.chance.below(3_000));
}
