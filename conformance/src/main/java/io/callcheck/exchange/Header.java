package io.callcheck.exchange;

/**
 * One header field, as on the wire.
 *
 * @param name its name, letter case kept
 * @param value its value
 */
public record Header(String name, String value) {}
