/** The cases: one way each in which a target can break one clause in one operation. */
@NullMarked
package io.callcheck.cases;

import org.jspecify.annotations.NullMarked;
