/** What the kit's own tests share: samples, exchanges made by hand, the documents. */
@NullMarked
package io.callcheck.testing;

import org.jspecify.annotations.NullMarked;
