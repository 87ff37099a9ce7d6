// HTTP Basic: the account is the user name, its token the password; a path shows nothing but one's own account.
import { createHash, timingSafeEqual } from 'node:crypto';
import { ApiError, notFound } from './errors.js';

export function access({ account, token }) {
  const expected = digest(`${account}:${token}`);
  return (request, response, next) => {
    const [, encoded = ''] = /^Basic ([A-Za-z0-9+/]+=*)$/i.exec(request.get('Authorization') ?? '') ?? [];
    if (!timingSafeEqual(digest(Buffer.from(encoded, 'base64')), expected)) {
      throw new ApiError(401, 20003, 'Authentication failed');
    }
    if (request.params.account !== account) throw notFound();
    next();
  };
}

// Digests are of one length, and comparing them takes the same time however much is right.
const digest = (text) => createHash('sha256').update(text).digest();
