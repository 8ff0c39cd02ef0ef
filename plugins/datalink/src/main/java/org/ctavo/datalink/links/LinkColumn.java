package org.ctavo.datalink.links;

import java.util.Optional;

import org.ctavo.archive.link.Link;

/** The columns of a {links} table after its ID, with their metadata, in order (DataLink 1.1, section 3.2, table 1). */
enum LinkColumn {
    ACCESS_URL("access_url", "char", "meta.ref.url", "link to the data or service"),
    SERVICE_DEF("service_def", "char", "meta.ref", "reference to a service descriptor in this document"),
    ERROR_MESSAGE("error_message", "char", "meta.code.error", "why there is no link"),
    DESCRIPTION("description", "char", "meta.note", "what is linked"),
    SEMANTICS("semantics", "char", "meta.code", "how what is linked relates to the product"),
    CONTENT_TYPE("content_type", "char", "meta.code.mime", "media type of what is linked"),
    CONTENT_LENGTH("content_length", "long", "phys.size;meta.file", "size of what is linked"),
    CONTENT_QUALIFIER("content_qualifier", "char", "", "kind of product that is linked"),
    LOCAL_SEMANTICS(
            "local_semantics", "char", "meta.id.assoc", "the same for corresponding links of different products"),
    LINK_AUTH("link_auth", "char", "meta.code", "whether one must log in"),
    LINK_AUTHORIZED("link_authorized", "boolean", "meta.code", "whether the caller may follow the link");

    private final String columnName;
    private final String datatype;
    private final String ucd;
    private final String description;

    LinkColumn(String columnName, String datatype, String ucd, String description) {
        this.columnName = columnName;
        this.datatype = datatype;
        this.ucd = ucd;
        this.description = description;
    }

    String columnName() {
        return columnName;
    }

    String datatype() {
        return datatype;
    }

    String ucd() {
        return ucd;
    }

    String description() {
        return description;
    }

    /**
     * The cell's text; empty for NULL.
     *
     * @param service XML ID of the descriptor of a link that is a service
     */
    Optional<String> text(Link link, String service) {
        return switch (this) {
            case ACCESS_URL -> link.target() instanceof Link.Target.Access access
                    ? Optional.of(access.url().toString())
                    : Optional.empty();
            case SERVICE_DEF -> Optional.of(service).filter(id -> link.target() instanceof Link.Target.Service);
            case ERROR_MESSAGE -> link.target() instanceof Link.Target.Failure failure
                    ? Optional.of(failure.fault() + ": " + failure.text())
                    : Optional.empty();
            case DESCRIPTION -> Optional.of(link.description()).filter(text -> !text.isEmpty());
            case SEMANTICS -> Optional.of(link.semantics());
            case CONTENT_TYPE -> link.contentType();
            case CONTENT_LENGTH -> link.contentLength().isPresent()
                    ? Optional.of(Long.toString(link.contentLength().getAsLong()))
                    : Optional.empty();
            case CONTENT_QUALIFIER -> link.contentQualifier();
            case LOCAL_SEMANTICS -> link.localSemantics();
            case LINK_AUTH -> link.authorization().map(Link.Authorization::auth);
            case LINK_AUTHORIZED -> link.authorization()
                    .map(authorization -> Boolean.toString(authorization.authorized()));
        };
    }
}
