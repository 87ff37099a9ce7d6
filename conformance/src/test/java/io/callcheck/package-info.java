/** Tests of the kit as a whole. */
@NullMarked
package io.callcheck;

import org.jspecify.annotations.NullMarked;
