/**
 * The third side of the triangle: every fault trips its own clause and no other, but for those of {@link
 * io.callcheck.matrix.Sorts}, and no lawful server trips any.
 */
@NullMarked
package io.callcheck.matrix;

import org.jspecify.annotations.NullMarked;
