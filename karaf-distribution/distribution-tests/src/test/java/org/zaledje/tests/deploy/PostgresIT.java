package org.zaledje.tests.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zaledje.testkit.Engine;
import org.zaledje.testkit.TestDatabase;
import org.zaledje.tests.accounting.Accounting;
import org.zaledje.tests.accounting.Invoices;
import org.zaledje.tests.harness.Distribution;
import org.zaledje.tests.harness.Zaledje;

/** The whole main job on a real PostgreSQL server, which three lines of configuration choose. */
class PostgresIT {

    @Test
    void theMainJobRunsOnPostgres() throws Exception {
        try (TestDatabase database = Engine.POSTGRESQL.create();
                Zaledje zaledje = Zaledje.prepared(Distribution.built())) {
            Path settings = Files.createDirectories(zaledje.data().resolve("etc")).resolve("org.zaledje.database.cfg");
            Files.writeString(settings, "url = " + database.url() + "\nuser = " + database.user() + "\npassword =\n");
            zaledje.start();
            zaledje.deploy("accounting");
            Accounting accounting = new Accounting(zaledje.rest());
            byte[] file = Invoices.fresh();

            String invoice = accounting.submitted(file);
            assertThat(accounting.submit(file).status()).isEqualTo(409);
            assertThat(accounting.post(invoice).status()).isEqualTo(201);
            assertThat(accounting.post(invoice).status()).isEqualTo(409);
            String entry = accounting.posted(Accounting.sale());
            JsonNode balance = accounting.trialBalance();

            zaledje.remove("accounting");
            zaledje.deploy("accounting");
            assertKept(accounting, file, invoice, entry, balance);

            zaledje.stop();
            zaledje.start();
            zaledje.awaitServed("accounting");
            assertKept(accounting, file, invoice, entry, balance);

            assertThat(tables(database)).contains("acc_entry", "acc_invoice");
            assertThat(zaledje.data().resolve("database")).doesNotExist();
        }
    }

    private static void assertKept(Accounting accounting, byte[] file, String invoice, String entry, JsonNode balance) {
        assertThat(accounting.original(invoice).body()).isEqualTo(file);
        assertThat(accounting.entry(entry).status()).isEqualTo(200);
        assertThat(accounting.trialBalance()).isEqualTo(balance);
    }

    private static List<String> tables(TestDatabase database) throws SQLException {
        List<String> names = new ArrayList<>();
        try (var connection = database.dataSource().getConnection();
                var tables = connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        return names;
    }
}
