package io.callcheck.reports;

/** What kind of thing a clause says, told by the last part of its id. */
enum Kind {
    PRESENCE("Presence"),
    FORM("Type and form"),
    RANGE("Ranges"),
    ACCEPTED("Accepted"),
    ACCESS("Access"),
    BEHAVIOUR("Behaviour");

    private final String title;

    Kind(String title) {
        this.title = title;
    }

    /** The kind of a clause. */
    static Kind of(String clause) {
        return switch (clause.substring(clause.lastIndexOf('.') + 1)) {
            case "required", "nullable" -> PRESENCE;
            case "type", "enum", "const", "format", "pattern", "uniqueItems", "json", "mediaType" -> FORM;
            case "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems" -> RANGE;
            case "accepted", "default" -> ACCEPTED;
            case "status", "success", "security" -> ACCESS;
            default -> BEHAVIOUR;
        };
    }

    /** The title of its column. */
    String title() {
        return title;
    }
}
