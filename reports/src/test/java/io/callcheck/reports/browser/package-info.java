/** A real browser, spoken to by its own protocol. */
@NullMarked
package io.callcheck.reports.browser;

import org.jspecify.annotations.NullMarked;
