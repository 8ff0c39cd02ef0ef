package org.ctavo.provenance.prov;

import java.util.ArrayList;
import java.util.List;

import org.ctavo.provenance.model.ProvenanceFault;
import org.ctavo.spi.Fault;

/** The statements of a document while it is read, no more than allowed. For one thread. */
final class Statements {
    private static final int MOST_PARTS = 100_000;

    private final List<Statement> statements = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final int most;

    Statements(Limits limits) {
        this.most = limits.statements();
    }

    void add(Statement statement) {
        checkRoom(statements.size(), statement.place());
        if (statement.kind().isElement() && statement.id() == null) {
            throw bad(
                    statement.place(), "a statement of kind " + statement.kind().word() + " needs an identifier");
        }
        statements.add(statement);
    }

    /** Refuses one statement more than so many, when those are all that are allowed. */
    void checkRoom(int count, String place) {
        if (count >= most) {
            throw new Fault(
                    ProvenanceFault.DOCUMENT_TOO_LARGE,
                    place + ": the document has more than " + most + " statements; split it.");
        }
    }

    /** Refuses one part more of a statement than anybody needs. */
    static void checkParts(int count, String place) {
        if (count >= MOST_PARTS) {
            throw new Fault(
                    ProvenanceFault.DOCUMENT_TOO_LARGE,
                    place + ": a statement has more than " + MOST_PARTS + " arguments, members or attributes.");
        }
    }

    /** Notes what is not part of PROV. */
    void remark(String place, String text) {
        if (remarks.size() < 1000) {
            remarks.add(place + ": " + text);
        }
    }

    /** Notes that what a bundle holds is told by the document itself. */
    void bundle(String place, String name) {
        remark(place, "what the bundle " + name + " holds is read as the rest; the bundle itself is not kept");
    }

    List<Statement> all() {
        return List.copyOf(statements);
    }

    List<String> remarks() {
        return List.copyOf(remarks);
    }

    static Fault bad(String place, String problem) {
        return new Fault(ProvenanceFault.BAD_DOCUMENT, place + ": " + problem + ".");
    }
}
