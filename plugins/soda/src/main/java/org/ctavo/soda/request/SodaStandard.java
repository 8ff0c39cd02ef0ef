package org.ctavo.soda.request;

/** Names that SODA 1.0 and this service give. */
public final class SodaStandard {
    /** Identifier of the synchronous service. */
    public static final String SYNC_ID = "ivo://ivoa.net/std/SODA#sync-1.0";
    /** Identifier of the asynchronous service. */
    public static final String ASYNC_ID = "ivo://ivoa.net/std/SODA#async-1.0";
    /** Where everything lies, below the service's base. */
    public static final String PATH = "/soda";
    /** Where synchronous requests go, below {@link #PATH}. */
    public static final String SYNC = "/sync";
    /** Where the list of jobs is, below {@link #PATH}. */
    public static final String ASYNC = "/async";

    private SodaStandard() {}
}
