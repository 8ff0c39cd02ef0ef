package org.ctavo.uws;

import java.sql.Connection;
import java.sql.SQLException;

import org.ctavo.spi.Caller;
import org.ctavo.spi.Category;
import org.ctavo.spi.Database;
import org.ctavo.spi.Fault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class JobSqlTest {

    @ParameterizedTest
    @CsvSource({"53100, RESOURCES", "53300, RESOURCES", "08006, EXTERNAL", ", EXTERNAL"})
    void aFullStoreAsksForPatienceAndALostOneIsTold(String sqlState, Category category) {
        JobSql sql = new JobSql(new Failing(new SQLException("disk full", sqlState)));
        Fault fault = catchThrowableOfType(Fault.class, () -> sql.call(connection -> 1));
        assertThat(fault.code().category()).isEqualTo(category);
    }

    private record Failing(SQLException failure) implements Database {
        @Override
        public Connection asCaller(Caller caller) throws SQLException {
            throw failure;
        }

        @Override
        public Connection asIngest() throws SQLException {
            throw failure;
        }

        @Override
        public Connection asService() throws SQLException {
            throw failure;
        }
    }
}
