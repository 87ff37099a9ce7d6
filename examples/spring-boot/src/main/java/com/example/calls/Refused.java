package com.example.calls;

import org.springframework.http.HttpStatus;

/** A request that is not granted. */
class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final HttpStatus status;
    final String code;

    Refused(HttpStatus status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static Refused unknown() {
        return new Refused(HttpStatus.NOT_FOUND, "ResourceNotFound", "The requested resource does not exist.");
    }
}
