/** The cases of the Bird API, by section of its documentation. */
@NullMarked
package io.callcheck.cases.bird;

import org.jspecify.annotations.NullMarked;
