package io.callcheck.reports;

import org.jspecify.annotations.Nullable;

/**
 * An exchange where it is spoken of.
 *
 * @param index its index in the run
 * @param anchor its place on the page
 * @param method the HTTP method
 * @param path what was asked for, without the server
 * @param result the status of the answer, or that none came
 * @param view the exchange itself; null where it stands elsewhere on the page, or did not fit
 * @param elsewhere whether it stands elsewhere on the page
 * @param open whether it is shown unfolded
 */
record Ref(
        int index,
        Anchor anchor,
        String method,
        String path,
        String result,
        @Nullable ExchangeView view,
        boolean elsewhere,
        boolean open) {}
