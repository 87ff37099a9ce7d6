// The calls of the account, newest first, a page at a time. A token names the call that the page begins after (PA) or ends before (PB).
import { ApiError } from './errors.js';

const DATES = { StartTime: 'startedAt', EndTime: 'endedAt' };
const COMPARE = {
  '': (time, given) => Math.trunc(time / 1000) === Math.trunc(given / 1000),
  '<': (time, given) => time < given,
  '>': (time, given) => time > given,
};

/** The envelope of one page; `path` is what its links begin with. */
export function pageOf(calls, path, { Page = '0', PageSize = '50', PageToken, ...filters }) {
  const page = Number(Page);
  const size = Number(PageSize);
  if (page > 0 && !PageToken) throw new ApiError(400, 54453, 'A page after the first needs its PageToken.');
  const matching = calls.filter((call) => admits(call, filters)).reverse();
  const start = Math.max(0, startOf(matching, size, PageToken));
  const shown = matching.slice(start, start + size);
  const link = (number, token) => {
    const query = new URLSearchParams({ ...filters, Page: number, PageSize: size });
    if (token) query.set('PageToken', token);
    return `${path}?${query}`;
  };
  const more = start + size < matching.length;
  return {
    uri: link(page, PageToken),
    first_page_uri: link(0),
    next_page_uri: more ? link(page + 1, `PA${shown.at(-1).sid}`) : null,
    previous_page_uri: page > 0 && shown.length > 0 ? link(page - 1, page > 1 && `PB${shown[0].sid}`) : null,
    page,
    page_size: size,
    calls: shown,
  };
}

function startOf(matching, size, token) {
  if (!token) return 0;
  const at = matching.findIndex((call) => call.sid === token.slice(2));
  if (at < 0) throw new ApiError(400, 54453, 'The PageToken is not known.');
  return token.startsWith('PA') ? at + 1 : at - size;
}

function admits(call, filters) {
  const { To = call.settings.To, From = call.settings.From, Status = call.status } = filters;
  if (To !== call.settings.To || From !== call.settings.From || Status !== call.status) return false;
  // No call here was made by another.
  if (filters.ParentCallSid) return false;
  return Object.entries(DATES).every(([name, member]) =>
    Object.entries(COMPARE).every(([sign, holds]) => {
      const given = filters[name + sign];
      return given === undefined || (call[member] !== null && holds(call[member].getTime(), Date.parse(given)));
    }));
}
