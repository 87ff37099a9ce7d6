/** Tests of the package of the same name. */
@NullMarked
package io.callcheck.restassured;

import org.jspecify.annotations.NullMarked;
