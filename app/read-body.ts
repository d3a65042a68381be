/**
 * The text of a body, every mark of it; null for one of more bytes than that. What is past them is dropped as it
 * comes, since a body that is half read holds up the answer; `next.config.ts` says how much comes at most.
 */
export async function readBody(request: Request, mostBytes: number): Promise<string | null> {
  if (Number(request.headers.get('content-length')) > mostBytes) return null;
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let text = '';
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes <= mostBytes) text += decoder.decode(chunk, { stream: true });
  }
  return bytes > mostBytes ? null : text + decoder.decode();
}

/** `text/plain` of `Text/Plain; charset=utf-8`; '' where nothing is said. */
export const mediaTypeOf = ({ headers }: Request): string =>
  (headers.get('content-type') ?? '').replace(/;.*/s, '').trim().toLowerCase();
