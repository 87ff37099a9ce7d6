package io.callcheck.exchange;

import java.time.Duration;

/**
 * The bounds of a run.
 *
 * @param calls how many calls may be created on a live target
 * @param rate requests a second; 0 for no limit
 * @param timeout the longest wait for one answer
 * @param settle how long an asynchronous effect may take
 */
public record Limits(int calls, int rate, Duration timeout, Duration settle) {}
