import type { vi } from './vi.ts';

declare module 'use-intl' {
  interface AppConfig {
    Messages: typeof vi;
    Locale: 'vi' | 'en';
  }
}
