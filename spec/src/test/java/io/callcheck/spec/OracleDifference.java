package io.callcheck.spec;

/**
 * One attribute of one parameter or member on which a page of the documentation and our document do not agree.
 *
 * @param page the page's key
 * @param in where the name stands: path, request, response, webhook or operation
 * @param name the parameter or member, with dots into nested objects
 * @param attribute the column of the page or the keyword of the document; {@code presence} for the name itself
 * @param pageSays the page's value as JSON text, or {@code unstated}
 * @param documentSays the document's value as JSON text, or {@code unstated}
 */
record OracleDifference(String page, String in, String name, String attribute, String pageSays, String documentSays) {

    @Override
    public String toString() {
        return "%s, %s %s, %s: the page says %s, the document says %s"
                .formatted(page, in, name, attribute, pageSays, documentSays);
    }
}
