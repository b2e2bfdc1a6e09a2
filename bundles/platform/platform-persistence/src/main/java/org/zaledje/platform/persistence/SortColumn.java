package org.zaledje.platform.persistence;

/** An attribute by which rows are ordered. */
record SortColumn(ListColumn column, boolean descending) {

    String way() {
        return descending ? " desc" : "";
    }

    String beyond() {
        return descending ? " < " : " > ";
    }
}
