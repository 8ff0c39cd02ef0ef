package org.ctavo.spi.vosi;

import java.util.List;
import java.util.Objects;

import org.ctavo.spi.XmlText;

/**
 * An interface that tells of each parameter, for services of which no standard does; it answers GET and POST
 * (VODataService 1.1, section 3.2).
 *
 * @param version of the service
 * @param url to which the parameters are added
 * @param mirrors where the same is answered
 * @param resultType media type of the usual answer
 * @param parameters every one that is understood
 */
public record ParameterInterface(
        String version, String url, List<String> mirrors, String resultType, List<Parameter> parameters) {

    /** Copies the lists. */
    public ParameterInterface {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(url, "url");
        mirrors = List.copyOf(mirrors);
        Objects.requireNonNull(resultType, "resultType");
        parameters = List.copyOf(parameters);
    }

    /**
     * A parameter.
     *
     * @param description for people: what it does, its values and which of them is usual
     * @param dataType one of VODataService's: {@code integer}, {@code real}, {@code boolean}, {@code string}
     * @param required whether a request without it fails
     */
    public record Parameter(String name, String description, String dataType, boolean required) {}

    /** Writes the element. */
    public void write(XmlText xml) {
        xml.raw("<interface xsi:type=\"vs:ParamHTTP\" role=\"std\"").attribute("version", version);
        xml.raw(">\n<accessURL use=\"base\">").text(url).raw("</accessURL>\n");
        mirrors.forEach(mirror -> xml.element("mirrorURL", mirror));
        xml.element("queryType", "GET").element("queryType", "POST").element("resultType", resultType);
        for (Parameter parameter : parameters) {
            xml.raw("<param")
                    .attribute("use", parameter.required() ? "required" : "optional")
                    .raw(" std=\"false\">\n")
                    .element("name", parameter.name())
                    .element("description", parameter.description())
                    .element("dataType", parameter.dataType())
                    .raw("</param>\n");
        }
        xml.raw("</interface>\n");
    }
}
