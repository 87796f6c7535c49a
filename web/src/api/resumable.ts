import type { DetailedError, Upload, UploadOptions } from 'tus-js-client';
import { ourHeaders } from './client';
import { signInAgain } from './expired-session';
import { ApiProblem, problemFrom, unreachable } from './problem';

export type Sending = {
  readonly onProgress: (share: number) => void;
  /** Says under which id the server keeps what has come. */
  readonly onPlace?: (id: string) => void;
  readonly signal: AbortSignal;
};

/** A file that can be paused, and goes on after a break, a reload or a new sign-in. */
export type Resumable = {
  readonly send: (file: File, sending: Sending) => Promise<void>;
  /** The id under which this very file was begun on this computer and not finished. */
  readonly placeOf: (file: File) => Promise<string | undefined>;
};

const chunkSize = 4 * 1024 * 1024;
const retryDelays = [0, 1_000, 3_000, 5_000, 10_000];
const idIn = (url: string | null): string | undefined => url?.split('/').at(-1);

const isDetailed = (error: unknown): error is DetailedError =>
  error instanceof Error && 'originalRequest' in error;

function problemOf(error: unknown): ApiProblem {
  const answer = isDetailed(error) ? error.originalResponse : null;
  return answer ? problemFrom(answer.getStatus(), answer.getBody()) : unreachable();
}

/** What another try can help with: a network that failed, a server in trouble, a part that came twice. */
function isWorthAnotherTry(error: DetailedError): boolean {
  const status = error.originalResponse?.getStatus() ?? 0;
  if (status === 0) return navigator.onLine;
  return status >= 500 || (status === 409 && error.originalRequest.getMethod() === 'PATCH');
}

type Prepare = (file: File, options?: UploadOptions) => Promise<Upload>;

/** The library comes with the first file; most pages never need it. */
const preparing =
  (options: UploadOptions, metadataOf: (file: File) => Record<string, string>): Prepare =>
  async (file, more) => {
    const tus = await import('tus-js-client');
    return new tus.Upload(file, { ...options, metadata: metadataOf(file), ...more });
  };

/** Takes up what was begun with this very file before. */
async function takeUp(upload: Upload, onPlace?: (id: string) => void): Promise<void> {
  const [previous] = await upload.findPreviousUploads();
  if (!previous) return;
  onPlace?.(idIn(previous.uploadUrl) ?? '');
  upload.resumeFromPreviousUpload(previous);
}

/** One run, until the file has come, the signal stops it or something is in the way. */
function run(
  prepare: Prepare,
  file: File,
  { onProgress, onPlace, signal }: Sending,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const begin = async (): Promise<void> => {
      const upload = await prepare(file, {
        onProgress: (sent, total) => onProgress(sent / total),
        onUploadUrlAvailable: () => onPlace?.(idIn(upload.url) ?? ''),
        onSuccess: () => resolve(),
        onError: (error) => reject(problemOf(error)),
      });
      await takeUp(upload, onPlace);
      const stop = (): void => {
        void upload.abort();
        reject(new DOMException('paused', 'AbortError'));
      };
      if (signal.aborted) return stop();
      signal.addEventListener('abort', stop, { once: true });
      upload.start();
    };
    begin().catch(reject);
  });
}

/** Sends files in parts to this address, by the tus protocol. `key` tells apart what the file is sent for. */
export function resumable(
  endpoint: string,
  key: string,
  metadataOf: (file: File) => Record<string, string>,
): Resumable {
  const options: UploadOptions = {
    endpoint,
    chunkSize,
    retryDelays,
    headers: ourHeaders,
    removeFingerprintOnSuccess: true,
    fingerprint: async ({ name, size, lastModified }) =>
      ['linxuan', endpoint, key, name, size, lastModified].join('|'),
    onShouldRetry: isWorthAnotherTry,
  };
  const prepare = preparing(options, metadataOf);
  return {
    send: async (file, sending) => {
      try {
        await run(prepare, file, sending);
      } catch (error) {
        const isExpired = error instanceof ApiProblem && error.status === 401;
        if (!isExpired || !(await signInAgain())) throw error;
        await run(prepare, file, sending);
      }
    },
    placeOf: async (file) => {
      const [previous] = await (await prepare(file)).findPreviousUploads();
      return idIn(previous?.uploadUrl ?? null);
    },
  };
}
