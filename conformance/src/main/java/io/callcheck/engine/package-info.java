/** Plans a run, sends with its own threads, judges, and writes {@code run.json}. It knows no test framework. */
@NullMarked
package io.callcheck.engine;

import org.jspecify.annotations.NullMarked;
