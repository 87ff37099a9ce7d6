/** Measures how close the kit comes to the wire. */
@NullMarked
package io.callcheck.bench;

import org.jspecify.annotations.NullMarked;
