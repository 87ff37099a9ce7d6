// What an update may do depends on where the call is.
import { ApiError } from './errors.js';

/** Carries out an update; answers whether the call ended by it. */
export function steer(call, { Status, ...settings }) {
  if (call.over) throw new ApiError(422, settings.Url ? 21220 : 10000, 'A call that is over cannot be updated.');
  const live = call.status === 'in-progress';
  if (settings.Url && !live) throw new ApiError(422, 21220, 'The call is not in progress.');
  if (Status === 'canceled' && live) throw new ApiError(422, 10000, 'A call in progress cannot be canceled.');
  call.change(settings);
  if (Status) call.moveTo(live ? 'completed' : 'canceled');
  return Boolean(Status);
}
