/** The outcome of each case, the run made of them, and the file that holds it. */
@NullMarked
package io.callcheck.verdict;

import org.jspecify.annotations.NullMarked;
