package org.ctavo.war.settings;

import java.util.List;

import org.ctavo.spi.Setting;

/** Writes the sample configuration: every setting with its meaning, its form, its variable and its default. */
public final class AnnotatedSample {
    private static final int WIDTH = 100;

    private AnnotatedSample() {}

    /** The text of the sample; every setting is commented out, so that the file changes nothing as it stands. */
    public static String of(List<? extends Setting<?>> declared) {
        StringBuilder text = new StringBuilder();
        comment(
                text,
                "Settings of CTA-VO. Copy this file to $CTAVO_HOME/conf/cta-vo.properties and take away the # before"
                        + " what you change. Each setting can also be given by the environment variable named with it,"
                        + " which wins over the file. An unknown or unreadable setting stops the start.");
        String room = "";
        for (Setting<?> setting : declared) {
            String first = setting.key().substring(0, setting.key().indexOf('.'));
            if (!first.equals(room)) {
                room = first;
                text.append("\n# ---- ").append(room).append(" ----\n");
            }
            text.append('\n');
            comment(text, setting.description());
            comment(text, "Form: " + setting.form() + ". Variable: " + SettingsReader.variable(setting));
            text.append('#')
                    .append(setting.key())
                    .append('=')
                    .append(setting.defaultText())
                    .append('\n');
        }
        return text.toString();
    }

    private static void comment(StringBuilder text, String sentence) {
        StringBuilder line = new StringBuilder("#");
        for (String word : sentence.split("\\s+", -1)) {
            if (line.length() + 1 + word.length() > WIDTH) {
                text.append(line).append('\n');
                line = new StringBuilder("#");
            }
            line.append(' ').append(word);
        }
        text.append(line).append('\n');
    }
}
