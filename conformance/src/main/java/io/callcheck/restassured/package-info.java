/** REST-assured for cases of your own beside ours: a recorder of exchanges, and matchers of the contract. */
@NullMarked
package io.callcheck.restassured;

import org.jspecify.annotations.NullMarked;
