/** What goes over the wire and what came back: targets, exchanges, deliveries and the evidence made of them. */
@NullMarked
package io.callcheck.exchange;

import org.jspecify.annotations.NullMarked;
