/** Pure judgement: what evidence says of a clause, without input, output, clock or state. */
@NullMarked
package io.callcheck.expect;

import org.jspecify.annotations.NullMarked;
