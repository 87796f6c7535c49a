import { ourHeaders } from './client';
import { signInAgain } from './expired-session';
import { problemFrom, unreachable } from './problem';

export type UploadOptions = {
  readonly fields?: Readonly<Record<string, string>>;
  readonly method?: 'POST' | 'PUT';
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
};

type Answer = { readonly status: number; readonly text: string };

function formOf(file: File, fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file, file.name);
  return form;
}

/** `fetch` cannot report upload progress in the browsers we serve, so this one uses XMLHttpRequest. */
function post(url: string, file: File, options: UploadOptions): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(options.method ?? 'POST', url);
    for (const [name, value] of Object.entries(ourHeaders)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) options.onProgress?.(event.loaded / event.total);
    };
    request.onload = () => resolve({ status: request.status, text: request.responseText });
    request.onerror = () => reject(unreachable());
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    options.signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(formOf(file, options.fields ?? {}));
  });
}

/** Sends one file as the multipart field `file` and answers the JSON the server gives back. */
export async function upload<Body>(
  url: string,
  file: File,
  options: UploadOptions = {},
): Promise<Body> {
  let answer = await post(url, file, options);
  if (answer.status === 401 && (await signInAgain())) answer = await post(url, file, options);
  if (answer.status < 200 || answer.status > 299) throw problemFrom(answer.status, answer.text);
  return (answer.text ? JSON.parse(answer.text) : undefined) as Body;
}
