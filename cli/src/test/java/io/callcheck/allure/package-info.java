/** What Allure is told of the suite. */
@NullMarked
package io.callcheck.allure;

import org.jspecify.annotations.NullMarked;
