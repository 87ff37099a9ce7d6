/** What people read of a run: one self-contained page. */
@NullMarked
package io.callcheck.reports;

import org.jspecify.annotations.NullMarked;
