import type { MessageOptions } from '../options.ts';
import type { Clock } from '../ports.ts';
import { fileSink } from './file-sink.ts';
import type { MessageSender } from './sender.ts';
import { webhookSender } from './webhook.ts';

export interface OpenedSender {
  readonly sender: MessageSender;
  close(): Promise<void>;
}

/** The sender that was asked for; null: none, and messages wait. */
export async function openSender(options: MessageOptions, clock: Clock): Promise<OpenedSender | null> {
  switch (options.kind) {
    case 'none':
      return null;
    case 'file': {
      const sink = await fileSink(options.path);
      return { sender: sink, close: () => sink.close() };
    }
    case 'webhook':
      return { sender: webhookSender({ ...options, clock }), close: () => Promise.resolve() };
  }
}
