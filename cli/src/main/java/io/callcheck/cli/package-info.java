/** The ways in: the command line, and the suite's target when Maven runs it. */
@NullMarked
package io.callcheck.cli;

import org.jspecify.annotations.NullMarked;
