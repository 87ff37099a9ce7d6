package io.callcheck.exchange;

/**
 * One exchange of a script and its part in it.
 *
 * @param name what it was for, unique in its script
 * @param exchange what went over the wire
 */
public record Step(String name, Exchange exchange) {}
