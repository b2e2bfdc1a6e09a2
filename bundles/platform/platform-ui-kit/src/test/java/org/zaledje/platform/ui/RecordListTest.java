package org.zaledje.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zaledje.platform.list.Comparison;
import org.zaledje.platform.list.FieldType;
import org.zaledje.platform.list.ListField;
import org.zaledje.platform.list.ListFilter;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.list.ListSchema;
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

    @Test
    void aFilterInTheHeaderNarrowsTheListAndCanBeTakenAway() {
        ListSchema schema = ListSchema.of("test.names", "-id")
                .with(ListField.of("name", FieldType.TEXT).contains().sorted())
                .with(ListField.of("size", FieldType.DECIMAL).range());
        records.addAll(List.of("Ana", "Bine"));
        List<ListQuery> asked = new ArrayList<>();
        RecordList<String> list = new RecordList<>(schema, query -> {
            asked.add(query);
            return new Page<>(query.filters().isEmpty() ? records : List.of(), Optional.empty());
        });
        list.text(LocalizedText.verbatim("Name"), record -> record).field("name")
                .text(LocalizedText.verbatim("Size"), record -> "1").field("size");
        TextField name = filter(list, "filter-name");
        name.setValue("xyz");
        assertThat(list.query().filters()).containsExactly(ListFilter.of("name", Comparison.CONTAINS, "xyz"));
        assertThat(list.grid().getLazyDataView().getItems()).isEmpty();
        assertThat(list.grid().isVisible()).isTrue();

        TextField size = filter(list, "filter-size");
        size.setValue("1,000 – 2,000.50");
        assertThat(list.query().filters()).contains(ListFilter.of("size", Comparison.FROM, new BigDecimal("1000")),
                ListFilter.of("size", Comparison.TO, new BigDecimal("2000.50")));
        size.setValue("many");
        assertThat(size.isInvalid()).isTrue();
        assertThat(list.query().filters()).hasSize(1);

        name.clear();
        size.clear();
        assertThat(list.query().filters()).isEmpty();
        assertThat(list.grid().getLazyDataView().getItems()).containsExactly("Ana", "Bine");
        assertThat(asked.get(asked.size() - 1).filters()).isEmpty();
    }

    private static TextField filter(RecordList<String> list, String id) {
        return list.grid().getHeaderRows().stream().flatMap(row -> list.grid().getColumns().stream()
                        .flatMap(column -> Optional.ofNullable(row.getCell(column).getComponent()).stream()))
                .filter(component -> component.getId().filter(id::equals).isPresent())
                .map(TextField.class::cast).findFirst().orElseThrow();
    }
}
