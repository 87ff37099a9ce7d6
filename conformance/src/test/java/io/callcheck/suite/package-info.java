/** Tests of the package of the same name. */
@NullMarked
package io.callcheck.suite;

import org.jspecify.annotations.NullMarked;
