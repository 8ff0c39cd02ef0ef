package org.ctavo.tap.vosi;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ctavo.adql.feature.Feature;
import org.ctavo.adql.feature.FeatureSet;
import org.ctavo.adql.function.DeclaredFunction;
import org.ctavo.spi.Capability;
import org.ctavo.spi.DataModel;
import org.ctavo.spi.XmlText;
import org.ctavo.spi.vosi.CapabilityList;
import org.ctavo.tap.result.ResultFormat;

/** What the service can do, as VOSI and TAPRegExt describe it (VOSI 1.1, section 2; TAPRegExt 1.0, section 2). */
public final class CapabilitiesDocument {
    private static final String TAP = "ivo://ivoa.net/std/TAP";
    private static final String TABLES = "ivo://ivoa.net/std/VOSI#tables-1.1";
    private static final String UPLOAD = "ivo://ivoa.net/std/TAPRegExt#upload-";
    private static final String ADQL = "ivo://ivoa.net/std/ADQL#v";
    private static final List<String> ADQL_VERSIONS = List.of("2.1", "2.0");

    private CapabilitiesDocument() {}

    /**
     * The document.
     *
     * @param base of the whole service as the caller sees it
     * @param path of the TAP service below it
     */
    public static String write(TapFeatures features, URI base, String path) {
        String tap = base + path;
        CapabilityList list = new CapabilityList("tr", "http://www.ivoa.net/xml/TAPRegExt/v1.0")
                .add(TAP, "tr:TableAccess", xml -> tableAccess(xml, features, tap))
                .capabilities(tap)
                .availability(tap)
                .add(TABLES, CapabilityList.PARAM_HTTP, "1.1", "full", tap + "/tables");
        for (Capability more : features.capabilities()) {
            boolean isBase = more.interfaceType().equals(CapabilityList.PARAM_HTTP);
            list.add(
                    more.standardId(),
                    more.interfaceType(),
                    more.version(),
                    isBase ? "base" : "full",
                    base + more.path());
        }
        return list.document();
    }

    private static void tableAccess(XmlText xml, TapFeatures features, String tap) {
        xml.raw("<interface xsi:type=\"vs:ParamHTTP\" role=\"std\" version=\"1.1\"><accessURL use=\"base\">")
                .text(tap)
                .raw("</accessURL></interface>\n");
        for (DataModel model : features.dataModels()) {
            xml.raw("<dataModel")
                    .attribute("ivo-id", model.ivoId())
                    .raw(">")
                    .text(model.label())
                    .raw("</dataModel>\n");
        }
        language(xml, features);
        for (ResultFormat format : features.formats().list()) {
            xml.raw("<outputFormat")
                    .optionalAttribute("ivo-id", format.ivoId().orElse(null))
                    .raw(">\n")
                    .element("mime", format.mime());
            format.names().forEach(name -> xml.element("alias", name));
            xml.raw("</outputFormat>\n");
        }
        limits(xml, features.limits());
    }

    private static void language(XmlText xml, TapFeatures features) {
        xml.raw("<language>\n").element("name", "ADQL");
        for (String version : ADQL_VERSIONS) {
            xml.raw("<version")
                    .attribute("ivo-id", ADQL + version)
                    .raw(">")
                    .text(version)
                    .raw("</version>\n");
        }
        xml.element("description", "ADQL 2.1 with the optional features below.");
        List<DeclaredFunction> functions = features.adql().functions().declared();
        if (!functions.isEmpty()) {
            xml.raw("<languageFeatures")
                    .attribute("type", Feature.Group.FUNCTIONS)
                    .raw(">\n");
            functions.forEach(function -> feature(
                    xml,
                    clientsForm(function.signature().written()),
                    Optional.of(function.declaration().description())));
            xml.raw("</languageFeatures>\n");
        }
        FeatureSet on = features.adql().features();
        for (Map.Entry<Feature.Group, List<Feature>> group : on.declared().entrySet()) {
            xml.raw("<languageFeatures")
                    .attribute("type", group.getKey().type().orElseThrow())
                    .raw(">\n");
            group.getValue().forEach(feature -> feature(xml, feature.form(), Optional.empty()));
            xml.raw("</languageFeatures>\n");
        }
        xml.raw("</language>\n");
    }

    /** Clients that check queries know the types that ADQL itself names for text; TEXT is the plugins' word for any. */
    private static String clientsForm(String signature) {
        return signature.replaceAll("\\bTEXT\\b", "VARCHAR");
    }

    private static void feature(XmlText xml, String form, Optional<String> description) {
        xml.raw("<feature>\n")
                .element("form", form)
                .optionalElement("description", description.orElse(null))
                .raw("</feature>\n");
    }

    private static void limits(XmlText xml, TapFeatures.Limits limits) {
        if (limits.uploadBytes().isPresent()) {
            for (String method : List.of("inline", "http", "https")) {
                xml.raw("<uploadMethod").attribute("ivo-id", UPLOAD + method).raw("/>\n");
            }
        }
        limits.retention().ifPresent(retention -> seconds(xml, "retentionPeriod", retention.usual(), retention.most()));
        seconds(xml, "executionDuration", limits.defaultDuration(), limits.hardDuration());
        xml.raw("<outputLimit>\n<default unit=\"row\">" + limits.defaultMaxrec() + "</default>\n<hard unit=\"row\">"
                + limits.hardMaxrec() + "</hard>\n</outputLimit>\n");
        limits.uploadBytes()
                .ifPresent(
                        bytes -> xml.raw("<uploadLimit>\n<hard unit=\"byte\">" + bytes + "</hard>\n</uploadLimit>\n"));
    }

    private static void seconds(XmlText xml, String name, Duration usual, Duration most) {
        xml.raw("<" + name + "><default>" + usual.toSeconds() + "</default><hard>" + most.toSeconds() + "</hard></"
                + name + ">\n");
    }
}
