/** Tests of the engine. */
@NullMarked
package io.callcheck.engine;

import org.jspecify.annotations.NullMarked;
