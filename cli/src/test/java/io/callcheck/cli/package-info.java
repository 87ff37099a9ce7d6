/** The command line, as a user meets it. */
@NullMarked
package io.callcheck.cli;

import org.jspecify.annotations.NullMarked;
