/** Proves the hand-written cases: each fails on its fault, and none on the server without faults. */
@NullMarked
package io.callcheck.behaviour;

import org.jspecify.annotations.NullMarked;
