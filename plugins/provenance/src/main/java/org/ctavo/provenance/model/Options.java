package org.ctavo.provenance.model;

import java.util.ArrayList;
import java.util.List;

/** The allowed values of a parameter as one text: joined by bars, with bars and backslashes escaped. */
final class Options {
    private Options() {}

    static String text(List<String> options) {
        return options.isEmpty()
                ? null
                : String.join(
                        "|",
                        options.stream()
                                .map(option -> option.replace("\\", "\\\\").replace("|", "\\|"))
                                .toList());
    }

    static List<String> of(String text) {
        List<String> options = new ArrayList<>();
        if (text == null) {
            return options;
        }
        StringBuilder option = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                option.append(text.charAt(++i));
            } else if (c == '|') {
                options.add(option.toString());
                option.setLength(0);
            } else {
                option.append(c);
            }
        }
        options.add(option.toString());
        return options;
    }
}
