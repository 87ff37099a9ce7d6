/** Tests of the generated models, as a user of them has them. */
@NullMarked
package io.callcheck.generated;

import org.jspecify.annotations.NullMarked;
