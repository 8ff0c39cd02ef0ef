package org.ctavo.provenance;

import org.ctavo.provenance.model.PublishedTables;
import org.ctavo.schema.writing.Checklist;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What became of each element of the model, as the model tool tells it: {@link OfficialModelTest} sees to it that these
 * are the elements of ProvenanceDM 1.0, {@link GeneratedTablesTest} that these are the tables of the database.
 */
class ModelChecklistTest {
    @Test
    void everyElementOfTheModelIsAccountedForAndEveryConstraintHeld() {
        String checklist = Checklist.text(PublishedTables.generated().traces());
        System.out.print(checklist);
        assertThat(checklist).doesNotContain("[ ]", "not enforced").endsWith("\n126 of 126 elements accounted for\n");
    }
}
