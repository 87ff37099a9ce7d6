/** What became of a target between two runs. */
@NullMarked
package io.callcheck.reports.diff;

import org.jspecify.annotations.NullMarked;
