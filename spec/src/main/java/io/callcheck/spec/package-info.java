/** What is promised: the OpenAPI documents and behaviour clauses of both APIs, read into one {@link io.callcheck.spec.Catalogue}. */
@NullMarked
package io.callcheck.spec;

import org.jspecify.annotations.NullMarked;
