// What is refused is refused in one shape: code, message, where to read more, and the status of HTTP.

const MORE_INFO = 'https://developer.signalwire.com/compatibility-api/reference/error-codes';

export class ApiError extends Error {
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  toJSON() {
    return { code: this.code, message: this.message, more_info: MORE_INFO, status: this.status };
  }
}

export const notFound = () => new ApiError(404, 20404, 'The requested resource was not found.');

/** Express takes this for its handler of errors by its four parameters. */
export function answerError(error, request, response, next) {
  if (response.headersSent) return next(error);
  // What Express's own parsers refuse has a status too.
  const status = error.status ?? 500;
  if (status >= 500) console.error(error);
  if (status === 401) response.set('WWW-Authenticate', 'Basic realm="calls"');
  const known = error instanceof ApiError ? error : new ApiError(status, 20001, 'The request was not understood.');
  return response.status(status).json(known);
}
