/** The JUnit face of the kit: a tree of tests, one for each case, that wait for the engine's verdicts. */
@NullMarked
package io.callcheck.suite;

import org.jspecify.annotations.NullMarked;
