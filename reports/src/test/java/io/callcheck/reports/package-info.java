/** Tests of what people read of a run. */
@NullMarked
package io.callcheck.reports;

import org.jspecify.annotations.NullMarked;
