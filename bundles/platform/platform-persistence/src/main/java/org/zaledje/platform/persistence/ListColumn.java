package org.zaledje.platform.persistence;

import org.zaledje.platform.list.ListField;

/** An attribute of an entity: its path from the row, what it holds, and whether it may be null. */
record ListColumn(String path, Stored stored, boolean optional) {

    static ListColumn of(ListField field) {
        return new ListColumn(field.name(), Stored.usual(field.type()), field.optional());
    }

    String jpql() {
        return ListStatement.ROW + "." + path;
    }
}
