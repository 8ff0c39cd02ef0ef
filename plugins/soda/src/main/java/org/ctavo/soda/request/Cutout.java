package org.ctavo.soda.request;

/**
 * One cut-out: one combination of the values of a request.
 *
 * @param id of the data product, as it was sent
 * @param selection which events are wanted
 * @param format what it comes as
 */
public record Cutout(String id, Selection selection, AnswerFormat format) {

    /** What is asked for, in one line. */
    public String text() {
        StringBuilder text = new StringBuilder("ID=").append(Values.clipped(id));
        selection.items().forEach(item -> text.append(", ")
                .append(item.name())
                .append("=")
                .append(item.value().length() > 200 ? item.value().substring(0, 200) + "..." : item.value()));
        return selection.polarized() ? text.append(", POL").toString() : text.toString();
    }
}
