/** The third side of the triangle: every fault trips its own clause and no other, and no lawful server trips any. */
@NullMarked
package io.callcheck.matrix;

import org.jspecify.annotations.NullMarked;
