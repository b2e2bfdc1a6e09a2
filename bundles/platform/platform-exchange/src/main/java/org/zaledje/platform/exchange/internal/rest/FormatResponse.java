package org.zaledje.platform.exchange.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.zaledje.platform.exchange.ExchangeColumn;
import org.zaledje.platform.exchange.ExchangeFormat;
import org.zaledje.platform.exchange.internal.table.CellText;

/** Records that can be exported or imported. */
@Schema(name = "Format")
public record FormatResponse(
        @Schema(example = "shop.orders") String id,
        String title,
        List<Column> columns,
        @Schema(description = "parameters that narrow an export") List<String> filters,
        @Schema(description = "fields that an export can be sorted by") List<String> sort,
        @Schema(description = "whether you may import them") boolean imports) {

    /** A column of the table. */
    public record Column(
            @Schema(description = "its name for programs; the header may have it or the title") String key,
            String title,
            @Schema(example = "DATE") String type,
            boolean required,
            String example) {

        static Column of(ExchangeColumn column, Locale language) {
            return new Column(column.key(), column.title().in(language), column.type().name(), column.required(),
                    new CellText(Locale.ROOT).example(column.example()));
        }
    }

    static FormatResponse of(ExchangeFormat<?> format, boolean imports, Locale language) {
        return new FormatResponse(format.id(), format.title().in(language),
                format.columns().stream().map(column -> Column.of(column, language)).toList(),
                List.copyOf(format.list().filters().keySet()), format.list().sortable(), imports);
    }
}
