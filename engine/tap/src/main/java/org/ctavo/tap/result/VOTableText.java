package org.ctavo.tap.result;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.ctavo.spi.ServiceDescriptor;
import org.ctavo.spi.XmlText;

/** What stands before and after the data in a result document (DALI 1.1, section 4.4; VOTable 1.4). */
public final class VOTableText {
    private static final String START = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<VOTABLE version=\"1.4\" xmlns=\"http://www.ivoa.net/xml/VOTable/v1.3\""
            + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
            + " xsi:schemaLocation=\"http://www.ivoa.net/xml/VOTable/v1.3"
            + " http://www.ivoa.net/xml/VOTable/VOTable-1.4.xsd\">\n"
            + "<RESOURCE type=\"results\">\n";

    private VOTableText() {}

    /** A document that tells of a failure and nothing else. */
    public static byte[] error(String message) {
        return new XmlText()
                .raw(START)
                .raw("<INFO name=\"QUERY_STATUS\" value=\"ERROR\">")
                .text(message)
                .raw("</INFO>\n</RESOURCE>\n</VOTABLE>\n")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** From the declaration to the last FIELD. */
    static XmlText head(ResultDescription result, String fields) {
        XmlText xml =
                new XmlText(fields.length() + 4096).raw(START).raw("<INFO name=\"QUERY_STATUS\" value=\"OK\"/>\n");
        for (Info info : result.infos()) {
            xml.raw("<INFO")
                    .attribute("name", info.name())
                    .attribute("value", info.value())
                    .raw("/>\n");
        }
        return xml.raw(fields);
    }

    /** From the end of the TABLE to the end of the document. */
    static String tail(ResultDescription result, Ending ending) {
        XmlText xml = new XmlText().raw("</TABLE>\n");
        if (ending instanceof Ending.Overflow) {
            xml.raw("<INFO name=\"QUERY_STATUS\" value=\"OVERFLOW\"/>\n");
        } else if (ending instanceof Ending.Failed failed) {
            xml.raw("<INFO name=\"QUERY_STATUS\" value=\"ERROR\">")
                    .text(failed.message())
                    .raw("</INFO>\n");
        }
        xml.raw("</RESOURCE>\n");
        for (ServiceDescriptor service : result.services()) {
            service(xml, service, result.columns());
        }
        return xml.raw("</VOTABLE>\n").toString();
    }

    /** DataLink 1.1, section 4.1. */
    private static void service(XmlText xml, ServiceDescriptor service, ResultColumns columns) {
        boolean isSelf = service.name().equals(ServiceDescriptor.SELF);
        xml.raw("<RESOURCE type=\"meta\"")
                .attribute("utype", isSelf ? "adhoc:this" : "adhoc:service")
                .attribute("name", service.name())
                .raw(">\n")
                .optionalElement("DESCRIPTION", service.description());
        service.standardId().ifPresent(id -> text(xml, "standardID", id));
        text(xml, "accessURL", service.accessUrl().toString());
        xml.raw("<GROUP name=\"inputParams\">\n");
        inputs(xml, service.inputs(), columns);
        xml.raw("</GROUP>\n</RESOURCE>\n");
    }

    private static void inputs(XmlText xml, List<ServiceDescriptor.Input> inputs, ResultColumns columns) {
        for (ServiceDescriptor.Input input : inputs) {
            Optional<OutputColumn> column = input.column().flatMap(columns::named);
            xml.raw("<PARAM");
            VOTableFields.typed(xml, input.parameter().name(), input.parameter());
            xml.attribute("value", input.value().orElse(""))
                    .optionalAttribute("ref", column.map(OutputColumn::id).orElse(null));
            String content = content(input);
            xml.raw(content.isEmpty() ? "/>\n" : ">" + content + "</PARAM>\n");
        }
    }

    /** What a PARAM holds: its description and the values it may have. */
    private static String content(ServiceDescriptor.Input input) {
        XmlText xml = new XmlText(256)
                .optionalElement("DESCRIPTION", input.parameter().description());
        if (input.minimum().isPresent()
                || input.maximum().isPresent()
                || !input.options().isEmpty()) {
            values(xml, input);
        }
        return xml.toString();
    }

    private static void values(XmlText xml, ServiceDescriptor.Input input) {
        xml.raw("<VALUES>");
        input.minimum()
                .ifPresent(value -> xml.raw("<MIN").attribute("value", value).raw("/>"));
        input.maximum()
                .ifPresent(value -> xml.raw("<MAX").attribute("value", value).raw("/>"));
        input.options()
                .forEach(value -> xml.raw("<OPTION").attribute("value", value).raw("/>"));
        xml.raw("</VALUES>");
    }

    private static void text(XmlText xml, String name, String value) {
        xml.raw("<PARAM")
                .attribute("name", name)
                .raw(" datatype=\"char\" arraysize=\"*\"")
                .attribute("value", value)
                .raw("/>\n");
    }
}
