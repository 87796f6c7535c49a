import S3rver from 's3rver';
import type { S3Config } from '../../src/platform/config/config.js';

export type S3Server = { readonly config: S3Config; stop(): Promise<void> };

/** An S3-compatible server on a free port that keeps its one bucket in `directory`. */
export async function startS3(directory: string): Promise<S3Server> {
  const bucket = 'linxuan';
  const server = new S3rver({
    ...{ address: '127.0.0.1', port: 0, silent: true, directory },
    configureBuckets: [{ name: bucket }],
  });
  const { port } = await server.run();
  return {
    config: {
      endpoint: `http://127.0.0.1:${port}`,
      ...{ region: 'us-east-1', bucket, accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
    },
    stop: () => server.close(),
  };
}
