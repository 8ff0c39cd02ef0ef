package org.ctavo.war.check;

/**
 * Something wrong with a file.
 *
 * @param file as it is listed
 * @param fault what is wrong
 * @param detail more about it; empty if there is no more to say
 */
public record Finding(ListedFile file, FileFault fault, String detail) {

    /** One line for an operator. */
    public String line() {
        String more = detail.isEmpty() ? "" : " (" + ListedFile.shown(detail) + ")";
        return file.label() + ": " + fault.words() + more + "; " + fault.remedy();
    }
}
