// The far end, made up: the number that is called says what becomes of the call.

const RING_AFTER = 50;
const ANSWER_AFTER = 300;
const TALK_FOR = 20_000;

/** What happens to a call, in order: a status, and how many milliseconds after the one before. */
const PLANS = {
  '+15005550002': () => [['ringing', RING_AFTER], ['busy', ANSWER_AFTER]],
  '+15005550003': unanswered,
  '+15005550004': () => [['failed', RING_AFTER]],
  '+15005550005': unanswered,
};
const answered = () => [['ringing', RING_AFTER], ['in-progress', ANSWER_AFTER], ['completed', TALK_FOR]];

function unanswered({ settings }) {
  return [['ringing', RING_AFTER], ['no-answer', Number(settings.Timeout ?? 60) * 1000]];
}

/** Lets a call take its course; `changed` is told of each new status, until the call is over. */
export function dial(call, changed) {
  const plan = PLANS[call.settings.To] ?? answered;
  const follow = ([step, ...rest]) => {
    if (!step) return;
    const [status, delay] = step;
    setTimeout(() => {
      // Somebody may have ended it meanwhile.
      if (call.over) return;
      call.moveTo(status);
      changed(call);
      follow(rest);
    }, delay).unref();
  };
  follow(plan(call));
}
