package org.zaledje.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.text.LocalizedText;

class RecordListTest {

    private final List<String> records = new ArrayList<>();
    private InTab tab;

    @BeforeEach
    void open() {
        tab = new InTab(Locale.ENGLISH);
    }

    @AfterEach
    void close() {
        tab.close();
    }

    @Test
    void anEmptyListSaysWhatToDoUntilThereIsARow() {
        EmptyState empty = new EmptyState("list", LocalizedText.verbatim("None"), LocalizedText.verbatim("Add one"));
        RecordList<String> list = new RecordList<>(request -> new Page<>(records, Optional.empty()));
        list.text(LocalizedText.verbatim("Name"), record -> record).whenEmpty(empty);
        list.refresh();
        assertThat(empty.isVisible()).isTrue();
        assertThat(list.grid().isVisible()).isFalse();

        records.add("first");
        list.refresh();
        assertThat(empty.isVisible()).isFalse();
        assertThat(list.grid().isVisible()).isTrue();
        assertThat(list.grid().getLazyDataView().getItems()).containsExactly("first");
    }
}
