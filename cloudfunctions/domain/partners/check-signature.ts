import { isSignedBy, type SignedRequest } from './signature';

/** A way in which requests are often signed by mistake, and what to do about it, in Chinese. */
interface Mistake {
  advice: string;
  change: (request: SignedRequest) => SignedRequest;
}

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const bodyText = ({ body }: SignedRequest): string => Buffer.from(body).toString('utf8');

function rewritten(request: SignedRequest, space?: number): SignedRequest {
  try {
    return { ...request, body: bytes(JSON.stringify(JSON.parse(bodyText(request)), null, space)) };
  } catch {
    return request;
  }
}

const mistakes: readonly Mistake[] = [
  {
    advice: '签名时没有带请求体，或带的是空请求体：请对实际发送的原始字节签名',
    change: request => ({ ...request, body: bytes('') }),
  },
  {
    advice: '签名的请求体与发送的不同（空格或换行不一样）：请先序列化一次，签名和发送用同一份字节',
    change: request => rewritten(request),
  },
  {
    advice: '签名的请求体与发送的不同（缩进不一样）：请先序列化一次，签名和发送用同一份字节',
    change: request => rewritten(request, 2),
  },
  {
    advice: '签名的请求体末尾多了一个换行',
    change: request => ({ ...request, body: bytes(`${bodyText(request)}\n`) }),
  },
  {
    advice: '请求方法应以大写签名',
    change: request => ({ ...request, method: request.method.toLowerCase() }),
  },
  {
    advice: '签名的路径缺少前面的 /partner：应为完整路径，如 /partner/v1/rides',
    change: request => ({ ...request, path: request.path.replace(/^\/partner/, '') }),
  },
  {
    advice: '签名的路径带了结尾的斜杠：应与请求的路径完全一样',
    change: request => ({ ...request, path: `${request.path}/` }),
  },
  {
    advice: '签名的时间戳是秒：应为毫秒，并与 x-timestamp 完全一样',
    change: request => ({ ...request, timestamp: request.timestamp.slice(0, -3) }),
  },
];

const HEX = /^[0-9a-f]{64}$/i;

function adviceOfForm(signature: string): string | null {
  if (HEX.test(signature)) return null;
  if (/^[0-9A-Za-z+/]{43}=$/.test(signature)) return '签名是 Base64：应为十六进制';
  return '签名应为 64 位十六进制（HMAC-SHA256）';
}

/** Null when one of the secrets has signed this request; otherwise what to do about it, in Chinese. Pure. */
export function adviceOnSignature(
  secrets: readonly string[],
  request: SignedRequest,
  signature: string,
): string | null {
  if (isSignedBy(secrets, request, signature)) return null;
  const ofForm = adviceOfForm(signature);
  if (ofForm) return ofForm;
  const found = mistakes.find(({ change }) => isSignedBy(secrets, change(request), signature));
  return (
    found?.advice ??
    '与现用密钥算出的签名都不同：请核对密钥尾号，以及拼接顺序 方法、路径、编号、时间戳、随机串、请求体'
  );
}
