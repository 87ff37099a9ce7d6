package io.callcheck.spec;

import java.util.List;

/** The keywords that make a clause: those of JSON Schema that constrain, and our own for what JSON Schema cannot say. */
public final class Keywords {
    /** A parameter: a lawful value of it is accepted. */
    public static final String ACCEPTED = "accepted";
    /** A boolean form field: text other than true and false is refused. */
    public static final String STRICT = "strict";
    /** The value is not null, where the type list has no null. */
    public static final String NULLABLE = "nullable";
    /** An operation answers with a documented status code. */
    public static final String STATUS = "status";
    /** An operation's success has exactly the documented status code. */
    public static final String SUCCESS = "success";
    /** An operation refuses a request without valid credentials. */
    public static final String SECURITY = "security";
    /** An answer's media type is the documented one. */
    public static final String MEDIA_TYPE = "mediaType";
    /** An answer's body is strict JSON. */
    public static final String JSON = "json";
    /** A clause of behaviour.yaml. */
    public static final String BEHAVIOUR = "behaviour";

    /** The keywords of JSON Schema that give one clause each where they stand, in the order of the catalogue. */
    static final List<String> VALUE = List.of(
            "type",
            "enum",
            "const",
            "format",
            "pattern",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "minItems",
            "maxItems",
            "uniqueItems",
            "default");

    private Keywords() {}
}
