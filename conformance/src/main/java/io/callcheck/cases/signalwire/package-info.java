/** The cases of the SignalWire API, by section of its documentation. */
@NullMarked
package io.callcheck.cases.signalwire;

import org.jspecify.annotations.NullMarked;
