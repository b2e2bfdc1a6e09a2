package org.zaledje.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.zaledje.platform.list.Comparison;
import org.zaledje.platform.list.FieldType;
import org.zaledje.platform.list.ListField;
import org.zaledje.platform.list.ListFilter;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.list.SortKey;

class ListStateTest {

    private static final ListSchema ORDERS = ListSchema.of("shop.orders", "-id")
            .with(ListField.of("customer", FieldType.TEXT).contains().sorted())
            .with(ListField.of("day", FieldType.DATE).range().sorted())
            .with(ListField.of("total", FieldType.DECIMAL).range())
            .with(ListField.choice("state", List.of("OPEN", "PAID")));

    private static final ListState STATE = new ListState(List.of(
                    ListFilter.of("customer", Comparison.CONTAINS, "Žito & sin = 100 %"),
                    ListFilter.of("day", Comparison.FROM, LocalDate.of(2026, 1, 31)),
                    new ListFilter("state", Comparison.EQUAL, List.of("OPEN", "PAID"))),
            List.of(SortKey.parse("-day"), SortKey.parse("customer")), List.of("day", "c3", "customer"));

    @Test
    void whatIsWrittenIsReadAsTheSame() {
        assertThat(ListState.read(ORDERS, STATE.text())).isEqualTo(STATE);
        assertThat(ListState.read(ORDERS, STATE.parameters())).isEqualTo(STATE);
        assertThat(ListState.read(ORDERS, "")).isEqualTo(ListState.USUAL);
        assertThat(ListState.USUAL.text()).isEmpty();
    }

    @Test
    void whatTheListDoesNotKnowAnyMoreCountsForNothing() {
        assertThat(ListState.read(ORDERS, "gone.from=1&total.from=many&sort=gone&day.from=2026-01-31&tab=activity")
                .filters()).containsExactly(ListFilter.of("day", Comparison.FROM, LocalDate.of(2026, 1, 31)));
    }

    @Test
    void filtersAreShownAsTheyWouldBeTypedInTheLanguageOfTheirReader() {
        try (InTab tab = new InTab(new Locale("sl"))) {
            assertThat(FilterText.of(List.of(ListFilter.of("total", Comparison.FROM, new BigDecimal("1234.50")),
                    ListFilter.of("total", Comparison.TO, new BigDecimal("2000"))))).isEqualTo("1.234,5 – 2.000");
            assertThat(FilterText.of(List.of(ListFilter.of("day", Comparison.TO, LocalDate.of(2026, 1, 31)))))
                    .isEqualTo("<2026-01-31");
            Instant begin = LocalDate.of(2026, 1, 1).atStartOfDay(ZoneId.systemDefault()).toInstant();
            Instant end = LocalDate.of(2026, 2, 1).atStartOfDay(ZoneId.systemDefault()).toInstant();
            assertThat(FilterText.of(List.of(ListFilter.of("at", Comparison.FROM, begin), ListFilter.of("at", Comparison.TO, end))))
                    .isEqualTo("2026-01-01 – 2026-01-31");
        }
    }
}
