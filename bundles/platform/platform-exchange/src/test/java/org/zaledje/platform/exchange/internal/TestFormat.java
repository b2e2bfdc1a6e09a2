package org.zaledje.platform.exchange.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zaledje.platform.exchange.ExchangeColumn;
import org.zaledje.platform.exchange.ExchangeFormat;
import org.zaledje.platform.exchange.ExchangeRow;
import org.zaledje.platform.list.FieldType;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.text.LocalizedText;

/** Orders of one line or several. */
final class TestFormat implements ExchangeFormat<ExchangeRow> {

    static final LocalizedText DAY = locale -> locale.getLanguage().equals("sl") ? "Datum" : "Day";

    @Override
    public String id() {
        return "test.orders";
    }

    @Override
    public LocalizedText title() {
        return LocalizedText.verbatim("Orders");
    }

    @Override
    public List<ExchangeColumn> columns() {
        return List.of(ExchangeColumn.of("order", LocalizedText.verbatim("Order"), FieldType.TEXT, "A1").always(),
                ExchangeColumn.of("day", DAY, FieldType.DATE, LocalDate.of(2026, 1, 31)).always(),
                ExchangeColumn.of("amount", LocalizedText.verbatim("Amount"), FieldType.DECIMAL, new BigDecimal("1234.50")),
                ExchangeColumn.of("paid", LocalizedText.verbatim("Paid"), FieldType.BOOLEAN, true),
                ExchangeColumn.of("note", LocalizedText.verbatim("Note"), FieldType.TEXT, "čaj"));
    }

    @Override
    public ListSchema list() {
        return ListSchema.of(id(), "-id");
    }

    @Override
    public String exportPermission() {
        return "test.order.read";
    }

    @Override
    public Page<ExchangeRow> page(ListQuery query) {
        return new Page<>(List.of(), Optional.empty());
    }

    @Override
    public List<ExchangeRow> rows(ExchangeRow record) {
        return List.of(record);
    }

    @Override
    public Optional<String> recordColumn() {
        return Optional.of("order");
    }
}
