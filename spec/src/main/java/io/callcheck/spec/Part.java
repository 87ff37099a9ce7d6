package io.callcheck.spec;

/** The part of a message in which a clause is used. */
public enum Part {
    /** A segment of the path. */
    PATH,
    /** A parameter of the query. */
    QUERY,
    /** A field of a form body: text on the wire. */
    FORM,
    /** The JSON body of a request. */
    REQUEST,
    /** The body of an answer. */
    ANSWER,
    /** The parameters of a request that the target sends: a webhook. */
    CALLBACK,
    /** The operation as a whole: its status codes, its security, its media types. */
    OPERATION
}
