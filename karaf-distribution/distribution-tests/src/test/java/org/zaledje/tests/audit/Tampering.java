package org.zaledje.tests.audit;

import java.util.List;
import java.util.UUID;

/**
 * Something that somebody with the database's password might do.
 *
 * @param name    what it is, in words
 * @param sql     how it is done
 * @param finding what a verification must find first: table, id and code
 */
record Tampering(String name, List<String> sql, String finding) {

    /** The id of rows that are slipped in. */
    static final UUID SLIPPED_IN = new UUID(0, 10);

    /** Two records of the trail, with their places in the chain, the earlier first. */
    record Trail(UUID one, long place, UUID other, long otherPlace) {
    }

    static List<Tampering> with(Trail trail) {
        String link = "sys_audit_link " + trail.place();
        return List.of(
                new Tampering("a record says that somebody else did it",
                        List.of("update sys_audit_record set actor = 'mallory' where id = '" + trail.one() + "'"),
                        "sys_audit_record " + trail.one() + " audit.record-altered"),
                new Tampering("a record is deleted", List.of("delete from sys_audit_record where id = '" + trail.one() + "'"),
                        "sys_audit_record " + trail.one() + " audit.record-missing"),
                new Tampering("a record is deleted with its link", List.of(
                        "delete from sys_audit_record where id = '" + trail.one() + "'",
                        "delete from sys_audit_link where position = " + trail.place()), link + " audit.link-missing"),
                new Tampering("a record is slipped in", List.of("insert into sys_audit_record select company_id, cast('"
                        + SLIPPED_IN + "' as uuid), recorded_at, 'mallory', door, correlation, record_type, record_id, action,"
                        + " fields_before, fields_after, digest, mac from sys_audit_record where id = '" + trail.one() + "'"),
                        "sys_audit_record " + SLIPPED_IN + " audit.record-altered"),
                new Tampering("two records change places", swapped("sys_audit_link", "record_id",
                        "position = " + trail.place(), trail.one(), "position = " + trail.otherPlace(), trail.other()),
                        link + " audit.link-altered"),
                new Tampering("a link gets another hash", List.of("update sys_audit_link set hash = '" + "0".repeat(64)
                        + "' where position = " + trail.place()), link + " audit.link-altered"));
    }

    /** With an earlier entry of the ledger and a later one. */
    static List<Tampering> with(UUID entry, UUID later) {
        String here = "entry_id = '" + entry + "'";
        String altered = "acc_entry " + entry + " accounting.verify.entry-altered";
        return List.of(
                new Tampering("an entry says something else",
                        List.of("update acc_entry set description = 'x' where id = '" + entry + "'"), altered),
                new Tampering("a line says something else",
                        List.of("update acc_entry_line set description = 'x' where line_index = 0 and " + here), altered),
                new Tampering("an entry is of twice the amount, and balances", List.of(
                        "update acc_entry_line set debit = debit * 2, credit = credit * 2 where " + here,
                        "update acc_entry set total = total * 2 where id = '" + entry + "'"), altered),
                new Tampering("a line is deleted", List.of("delete from acc_entry_line where line_index = 1 and " + here), altered),
                new Tampering("two lines change places", List.of(
                        "update acc_entry_line set line_index = 99 where line_index = 0 and " + here,
                        "update acc_entry_line set line_index = 0 where line_index = 1 and " + here,
                        "update acc_entry_line set line_index = 1 where line_index = 99 and " + here), altered),
                new Tampering("an entry is deleted", List.of("delete from acc_entry_line where " + here,
                        "delete from acc_entry where id = '" + entry + "'"),
                        "acc_entry " + entry + " accounting.verify.entry-deleted"),
                new Tampering("an entry is slipped in", List.of("insert into acc_entry (company_id, id, journal,"
                        + " entry_year, entry_number, entry_date, description, total, posted_at_ms, posted_by)"
                        + " select company_id, cast('" + SLIPPED_IN + "' as uuid), journal, entry_year, 9999, entry_date,"
                        + " description, total, posted_at_ms, posted_by from acc_entry where id = '" + entry + "'"),
                        "acc_entry " + SLIPPED_IN + " accounting.verify.entry-without-audit"),
                new Tampering("two entries change numbers", List.of(
                        "update acc_entry set entry_number = entry_number + 9000 where id = '" + entry + "'",
                        "update acc_entry set entry_number = (select entry_number - 9000 from acc_entry where id = '" + entry
                                + "') where id = '" + later + "'",
                        "update acc_entry set entry_number = entry_number - 8999 where id = '" + entry + "'"),
                        altered));
    }

    /** With a received invoice that is in the ledger, and another one. */
    static List<Tampering> withInvoices(UUID posted, UUID other) {
        String altered = "acc_invoice " + posted + " accounting.verify.invoice-altered";
        return List.of(
                new Tampering("an invoice is to be paid to somebody else",
                        List.of("update acc_invoice set seller_name = 'Mallory' where id = '" + posted + "'"), altered),
                new Tampering("an invoice has another's original", List.of("update acc_invoice_original set content ="
                        + " (select content from acc_invoice_original where id = '" + other + "') where id = '" + posted + "'"), altered),
                new Tampering("an invoice is to be posted again", List.of(
                        "update acc_invoice set entry_id = null, entry_number = null where id = '" + posted + "'"), altered),
                new Tampering("an invoice is deleted", List.of("delete from acc_invoice_original where id = '" + posted + "'",
                        "delete from acc_invoice where id = '" + posted + "'"),
                        "acc_invoice " + posted + " accounting.verify.invoice-deleted"));
    }

    private static List<String> swapped(String table, String column, String here, UUID one, String there, UUID other) {
        String set = "update " + table + " set " + column + " = cast('";
        return List.of(set + SLIPPED_IN + "' as uuid) where " + here, set + one + "' as uuid) where " + there,
                set + other + "' as uuid) where " + here);
    }
}
