/** Whole runs against targets and senders that mean no good. */
@NullMarked
package io.callcheck.hostile;

import org.jspecify.annotations.NullMarked;
