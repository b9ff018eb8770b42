import { mkdir, open, readFile, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { QueuedMessage } from '../store/messages.ts';
import type { MessageSender } from './sender.ts';

/**
 * Writes messages to a file instead of sending them, one JSON object a line, each key once: for the demonstration, where
 * nobody has a telephone. One server writes one file.
 */
export async function fileSink(path: string): Promise<MessageSender & { close(): Promise<void> }> {
  await mkdir(dirname(path), { recursive: true });
  const { keys, torn } = await written(path);
  const file: FileHandle = await open(path, 'a', 0o600);
  // One line after the other; a line that was cut off by a power loss ends here and its message is written whole.
  let before: Promise<unknown> = torn ? file.appendFile('\n') : Promise.resolve();
  const append = async (message: QueuedMessage): Promise<void> => {
    if (keys.has(message.id)) return;
    const { id, about, telephone, text, createdAt } = message;
    const line = { id, about, to: telephone, text, createdAt: new Date(createdAt).toISOString() };
    await file.appendFile(`${JSON.stringify(line)}\n`);
    await file.sync();
    keys.add(id);
  };
  return {
    name: `file ${path}`,
    async send(message) {
      const own = before.then(() => append(message));
      before = own.catch(() => undefined);
      await own;
      return { kind: 'sent' };
    },
    async close() {
      await before.catch(() => undefined);
      await file.close();
    },
  };
}

async function written(path: string): Promise<{ keys: Set<string>; torn: boolean }> {
  let text = '';
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  const keys = text.split('\n').flatMap((line) => {
    const id = keyIn(line);
    return id === null ? [] : [id];
  });
  return { keys: new Set(keys), torn: text !== '' && !text.endsWith('\n') };
}

function keyIn(line: string): string | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
      ? value.id
      : null;
  } catch {
    return null;
  }
}
