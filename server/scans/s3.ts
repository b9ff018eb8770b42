import { Readable } from 'node:stream';
import { S3Store } from '@tus/s3-store';
import type { SigningKey } from '../../contract/signing.ts';
import { scanKeyOf } from './cipher.ts';
import { sealed } from './folder.ts';
import { isGone } from './keep.ts';
import type { ScanOptions, ScanStore } from './store.ts';

class SealedBucket extends S3Store {
  readonly #keyOf: (id: string) => Buffer;

  constructor({ bucket, region, endpoint }: Extract<ScanOptions, { kind: 's3' }>, key: SigningKey) {
    super({
      // Object stores beside Amazon's know no tags, and nothing here expires by them.
      useTags: false,
      s3ClientConfig: {
        bucket,
        region,
        ...(endpoint === null ? {} : { endpoint, forcePathStyle: true }),
        // Nor do all of them know the SDK's own checksums; the whole file is checked by its SHA-256.
        requestChecksumCalculation: 'WHEN_REQUIRED',
        responseChecksumValidation: 'WHEN_REQUIRED',
      },
    });
    this.#keyOf = (id) => scanKeyOf(key, id);
  }

  override write(plain: Readable, id: string, offset: number): Promise<number> {
    return super.write(sealed(plain, this.#keyOf(id), offset), id, offset);
  }

  /**
   * A whole object goes too. The library gives up where the multipart upload is over, as it is with every whole one, and
   * leaves the object and what was short of a part.
   */
  override async remove(id: string): Promise<void> {
    try {
      await super.remove(id);
    } catch (error) {
      if (!isGone(error)) throw error;
    }
    const keys = [id, this.infoKey(id), this.partKey(id, true)];
    await this.client.deleteObjects({ Bucket: this.bucket, Delete: { Objects: keys.map((Key) => ({ Key })) } });
    await this.clearCache(id);
  }

  async plain(id: string, from: number, bytes: number): Promise<Readable> {
    const range = `bytes=${from}-${from + bytes - 1}`;
    const { Body: body } = await this.client.getObject({ Bucket: this.bucket, Key: id, Range: range });
    // In Node the body is a stream; the SDK's type covers browsers too.
    if (!(body instanceof Readable)) throw new Error('the object store gave no stream');
    return sealed(body, this.#keyOf(id), from);
  }

  close(): void {
    this.client.destroy();
  }
}

/** A bucket of an S3-speaking object store: every instance of the server may use it at once. */
export function openS3(options: Extract<ScanOptions, { kind: 's3' }>, key: SigningKey): ScanStore {
  const tus = new SealedBucket(options, key);
  return {
    tus,
    read: (id, from, bytes) => tus.plain(id, from, bytes),
    // What the store has acknowledged it keeps.
    settle: () => Promise.resolve(),
    close: () => tus.close(),
  };
}
