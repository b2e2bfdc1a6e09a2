package org.zaledje.accounting.internal.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zaledje.accounting.internal.TestAccounting;
import org.zaledje.accounting.ledger.EntryDraft;
import org.zaledje.accounting.ledger.EntryLine;
import org.zaledje.accounting.ledger.JournalEntry;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.audit.Finding;
import org.zaledje.platform.audit.Verification;
import org.zaledje.testkit.Engine;

class LedgerVerificationTest {

    /** What the audit trail knows in these tests: the changes that accounting has told. */
    private static final class Told implements Verification.Findings {

        private final List<Finding> found = new ArrayList<>();
        private final Map<String, String> digests = new HashMap<>();

        Told(List<Change> changes) {
            changes.forEach(change -> change.digest().ifPresent(digest -> digests.put(change.record().id(), digest)));
        }

        @Override
        public void found(Finding finding) {
            found.add(finding);
        }

        @Override
        public void read(long rows) {
            assertEquals(true, rows >= 0);
        }

        @Override
        public Map<String, String> digests(UUID company, String type, List<String> ids) {
            return digests;
        }

        @Override
        public List<String> digestedAfter(UUID company, String type, String after, int limit) {
            return digests.keySet().stream().sorted().filter(id -> id.compareTo(after) > 0).limit(limit).toList();
        }
    }

    private static List<String> codes(TestAccounting accounting) {
        Told told = new Told(accounting.changes);
        accounting.verification.verify(told);
        return told.found.stream().map(finding -> finding.id() + " " + finding.code()).toList();
    }

    private static JournalEntry post(TestAccounting accounting, String amount) {
        BigDecimal value = new BigDecimal(amount);
        return accounting.ledger.post(new EntryDraft(LocalDate.of(2026, 1, 31), "GEN", "Sale", List.of(
                new EntryLine("120000", value, BigDecimal.ZERO, ""), new EntryLine("760000", BigDecimal.ZERO, value, ""))));
    }

    private static void execute(TestAccounting accounting, String sql) throws Exception {
        try (Connection connection = accounting.database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachAlteredOrDeletedEntryIsNamed(Engine engine) throws Exception {
        try (TestAccounting accounting = new TestAccounting(engine)) {
            JournalEntry first = post(accounting, "10.50");
            JournalEntry second = post(accounting, "20");
            JournalEntry third = post(accounting, "30");
            post(accounting, "40");
            assertEquals(List.of(), codes(accounting));

            execute(accounting, "update acc_entry_line set description = 'x' where entry_id = '" + first.id()
                    + "' and line_index = 1");
            execute(accounting, "delete from acc_entry_line where entry_id = '" + second.id() + "'");
            execute(accounting, "delete from acc_entry_line where entry_id = '" + third.id() + "'");
            execute(accounting, "delete from acc_entry where id = '" + third.id() + "'");

            assertEquals(List.of(second.id() + " accounting.verify.entry-altered",
                    first.id() + " accounting.verify.entry-altered", third.id() + " accounting.verify.entry-deleted",
                    "GEN-2026 accounting.verify.numbers-missing"), codes(accounting));
        }
    }

    @ParameterizedTest
    @EnumSource
    void entriesThatTakeEachOthersPlaceAreNamed(Engine engine) throws Exception {
        try (TestAccounting accounting = new TestAccounting(engine)) {
            JournalEntry first = post(accounting, "10.50");
            JournalEntry second = post(accounting, "20");
            String number = "update acc_entry set entry_number = %d where id = '%s'";
            execute(accounting, number.formatted(9, first.id()));
            execute(accounting, number.formatted(1, second.id()));
            execute(accounting, number.formatted(2, first.id()));
            assertEquals(List.of(first.id() + " accounting.verify.entry-altered",
                    second.id() + " accounting.verify.entry-altered"), codes(accounting));

            execute(accounting, number.formatted(9, first.id()));
            execute(accounting, number.formatted(2, second.id()));
            execute(accounting, number.formatted(1, first.id()));
            execute(accounting, "update acc_entry set entry_year = 2025 where id = '" + second.id() + "'");
            assertEquals(second.id() + " accounting.verify.entry-altered", codes(accounting).get(0));
        }
    }
}
