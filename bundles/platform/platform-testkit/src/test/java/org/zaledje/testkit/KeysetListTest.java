package org.zaledje.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.zaledje.platform.company.Companies;
import org.zaledje.platform.company.Company;
import org.zaledje.platform.list.Comparison;
import org.zaledje.platform.list.FieldType;
import org.zaledje.platform.list.ListField;
import org.zaledje.platform.list.ListFilter;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.list.RowCount;
import org.zaledje.platform.list.SortKey;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.persistence.CompanyData;
import org.zaledje.platform.persistence.KeysetList;
import org.zaledje.platform.persistence.SqlList;
import org.zaledje.platform.persistence.Stored;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.testkit.parcel.Shipment;

/** Whatever is asked of a list: its pages hold each row that keeps the filters once, in order. */
class KeysetListTest {

    private static final long SEED = Long.getLong("zaledje.seed", 20260131L);
    private static final int WALKS = Integer.getInteger("zaledje.walks", 25);
    private static final int ROWS = 150;

    private static final ListSchema SCHEMA = ListSchema.of("test.shipments", "-id")
            .with(ListField.of("code", FieldType.TEXT).equal().prefix().contains().sorted())
            .with(ListField.of("weight", FieldType.INTEGER).equal().range().sorted())
            .with(ListField.of("price", FieldType.DECIMAL).range().sorted().orNone())
            .with(ListField.of("due", FieldType.DATE).equal().range().sorted().orNone())
            .with(ListField.of("sentAt", FieldType.MOMENT).range().sorted())
            .with(ListField.of("fragile", FieldType.BOOLEAN).equal())
            .with(ListField.choice("size", List.of("small", "large")));
    private static final KeysetList<Shipment> LIST = KeysetList.of(Shipment.class, SCHEMA)
            .held("weight", "weight", Stored.INT)
            .where("size", (values, parameter) -> values.size() > 1 ? "1 = 1"
                    : values.contains("large") ? "r.weight >= 3" : "r.weight < 3");

    private static final SqlList<Shipment> SQL_LIST = SqlList.of(SCHEMA, "r.*", "shipment r", KeysetListTest::read)
            .held("weight", "r.weight", Stored.INT).held("sentAt", "r.sent_at_ms", Stored.MILLIS)
            .where("size", (values, parameter) -> values.size() > 1 ? "1 = 1"
                    : values.contains("large") ? "r.weight >= 3" : "r.weight < 3");

    private static Shipment read(ResultSet row) throws SQLException {
        return new Shipment(row.getObject("id", UUID.class), row.getString("code"), row.getInt("weight"),
                row.getBigDecimal("price"), row.getObject("due", LocalDate.class), Instant.ofEpochMilli(row.getLong("sent_at_ms")),
                row.getBoolean("fragile"));
    }

    private static final Map<String, Function<Shipment, Comparable<?>>> VALUES = Map.of(
            "id", Shipment::id, "code", Shipment::code, "weight", Shipment::weight, "price", Shipment::price,
            "due", Shipment::due, "sentAt", Shipment::sentAt, "fragile", Shipment::fragile);

    private static final Company COMPANY = new Company(new UUID(1, 1), "One", "SI", Currency.getInstance("EUR"));
    private static final Companies COMPANIES = new Companies() {
        @Override
        public List<Company> all() {
            return List.of(COMPANY);
        }

        @Override
        public Company current() {
            return COMPANY;
        }
    };

    private final Random random = new Random(SEED);
    private final List<Shipment> all = new ArrayList<>();
    private int made;
    private Function<ListQuery, Page<Shipment>> lists;

    /** Who reads the rows. */
    enum Language { JPQL, SQL }

    static Stream<Arguments> engines() {
        return Stream.of(Engine.values()).flatMap(engine -> Stream.of(Language.values()).map(language -> Arguments.of(engine, language)));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void pagesHoldEachRowOnceAndInOrderWhateverIsAskedAndAdded(Engine engine, Language language) {
        try (TestDatabase database = engine.create().migrate("db/parcels.xml")) {
            CompanyData data = database.data("parcels", COMPANIES);
            lists = query -> language == Language.SQL
                    ? SQL_LIST.page(database.dataSource(), query, Map.of("r.company_id", COMPANY.id()))
                    : data.in(rows -> LIST.page(rows, query));
            add(data, ROWS);
            for (int walk = 0; walk < WALKS; walk++) {
                ListQuery query = anyQuery();
                String told = engine + " " + language + ", seed " + SEED + ", walk " + walk + ": " + query;
                List<UUID> before = expected(query);
                assertEquals(RowCount.of(before.size()), language == Language.SQL
                        ? SQL_LIST.count(database.dataSource(), query, Map.of("r.company_id", COMPANY.id()))
                        : data.in(rows -> LIST.count(rows, query)), told);
                List<Shipment> seen = walk(data, query, walk % 3 == 0 ? 4 : 0);
                List<UUID> ids = seen.stream().map(Shipment::id).toList();
                assertEquals(ids.stream().distinct().toList(), ids, told);
                assertEquals(before, ids.stream().filter(before::contains).toList(), told);
                assertEquals(expected(query).stream().filter(ids::contains).toList(), ids, told);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void aCursorHoldsOnlyForItsListFilterAndOrder(Engine engine, Language language) {
        try (TestDatabase database = engine.create().migrate("db/parcels.xml")) {
            CompanyData data = database.data("parcels", COMPANIES);
            lists = query -> language == Language.SQL
                    ? SQL_LIST.page(database.dataSource(), query, Map.of("r.company_id", COMPANY.id()))
                    : data.in(rows -> LIST.page(rows, query));
            add(data, 10);
            ListQuery byDue = ListQuery.of(PageRequest.first(2)).sortedBy(List.of(SortKey.parse("due")));
            PageRequest second = new PageRequest(2, page(byDue).next());
            assertEquals(2, page(byDue.at(second)).items().size());
            assertEquals(2, page(byDue.at(second)).items().size());
            for (ListQuery other : List.of(byDue.sortedBy(List.of(SortKey.parse("-due"))), ListQuery.of(second),
                    byDue.where(ListFilter.of("weight", Comparison.FROM, 0L)))) {
                assertEquals("paging.cursor-elsewhere", refused(other.at(second)));
            }
            for (String broken : List.of("broken", "%%%", "", second.cursor().get().substring(3),
                    second.cursor().get() + "AAAA")) {
                if (!broken.isEmpty()) {
                    assertTrue(refused(byDue.at(new PageRequest(2, Optional.of(broken)))).startsWith("paging.cursor-"));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void textIsLookedForAsItIs(Engine engine, Language language) {
        try (TestDatabase database = engine.create().migrate("db/parcels.xml")) {
            CompanyData data = database.data("parcels", COMPANIES);
            lists = query -> language == Language.SQL
                    ? SQL_LIST.page(database.dataSource(), query, Map.of("r.company_id", COMPANY.id()))
                    : data.in(rows -> LIST.page(rows, query));
            for (String code : List.of("100%", "100 percent", "a_b", "axb", "a!b", "o'; drop table shipment; --", "A\\B")) {
                add(data, shipment(code));
            }
            assertEquals(List.of("100%"), codes(Comparison.CONTAINS, "0%"));
            assertEquals(List.of("a_b"), codes(Comparison.PREFIX, "a_"));
            assertEquals(List.of("a!b"), codes(Comparison.CONTAINS, "!B"));
            assertEquals(List.of("A\\B"), codes(Comparison.CONTAINS, "a\\"));
            assertEquals(List.of("o'; drop table shipment; --"), codes(Comparison.CONTAINS, "'; DROP"));
            assertEquals(List.of(), codes(Comparison.EQUAL, "A_B"));
        }
    }

    private List<String> codes(Comparison comparison, String text) {
        return page(ListQuery.of(PageRequest.first(50)).where(ListFilter.of("code", comparison, text)))
                .items().stream().map(Shipment::code).toList();
    }

    private Page<Shipment> page(ListQuery query) {
        return lists.apply(query);
    }

    private String refused(ListQuery query) {
        return assertThrows(ProblemException.class, () -> page(query)).code();
    }

    private List<Shipment> walk(CompanyData data, ListQuery query, int added) {
        List<Shipment> seen = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<Shipment> page = page(query.after(cursor, query.page().limit()));
            assertTrue(page.items().size() <= query.page().limit());
            seen.addAll(page.items());
            cursor = page.next();
            add(data, added);
        } while (cursor.isPresent());
        return seen;
    }

    private ListQuery anyQuery() {
        List<SortKey> sort = new ArrayList<>();
        List<String> sortable = new ArrayList<>(SCHEMA.sortable());
        Collections.shuffle(sortable, random);
        sortable.subList(0, random.nextInt(4)).forEach(field -> sort.add(new SortKey(field, random.nextBoolean())));
        ListQuery query = ListQuery.of(PageRequest.first(1 + random.nextInt(40))).sortedBy(sort);
        List<ListSchema.Filterable> filters = new ArrayList<>(SCHEMA.filters().values());
        Collections.shuffle(filters, random);
        for (ListSchema.Filterable filter : filters.subList(0, random.nextInt(3))) {
            query = query.where(new ListFilter(filter.field().name(), filter.comparison(), values(filter)));
        }
        return query;
    }

    private List<Object> values(ListSchema.Filterable filter) {
        int count = filter.comparison() == Comparison.EQUAL ? 1 + random.nextInt(3) : 1;
        return IntStream.range(0, count).mapToObj(i -> switch (filter.field().name()) {
            case "id" -> all.get(random.nextInt(all.size())).id();
            case "code" -> filter.comparison() == Comparison.EQUAL ? code() : code().substring(0, 1);
            case "weight" -> (Object) (long) random.nextInt(6);
            case "price" -> BigDecimal.valueOf(random.nextInt(500), 2);
            case "due" -> day();
            case "sentAt" -> moment();
            case "fragile" -> random.nextBoolean();
            default -> List.of("small", "large").get(random.nextInt(2));
        }).distinct().toList();
    }

    private List<UUID> expected(ListQuery query) {
        Predicate<Shipment> kept = query.filters().stream().map(KeysetListTest::kept).reduce(row -> true, Predicate::and);
        Comparator<Shipment> order = Stream.concat(SCHEMA.order(query).stream(),
                        Stream.of(new SortKey("id", lastWay(query)))).map(KeysetListTest::comparator)
                .reduce(Comparator::thenComparing).orElseThrow();
        return all.stream().filter(kept).sorted(order).map(Shipment::id).toList();
    }

    private static boolean lastWay(ListQuery query) {
        List<SortKey> order = SCHEMA.order(query);
        return order.get(order.size() - 1).descending();
    }

    @SuppressWarnings("unchecked")
    private static Comparator<Shipment> comparator(SortKey key) {
        Comparator<Object> values = key.field().equals("id")
                ? Comparator.comparing(Object::toString) : (Comparator<Object>) (Comparator<?>) Comparator.naturalOrder();
        return Comparator.comparing(row -> VALUES.get(key.field()).apply(row),
                Comparator.nullsLast(key.descending() ? values.reversed() : values));
    }

    @SuppressWarnings("unchecked")
    private static Predicate<Shipment> kept(ListFilter filter) {
        Object value = filter.values().get(0);
        return row -> {
            if (filter.field().equals("size")) {
                return filter.values().contains(row.weight() >= 3 ? "large" : "small");
            }
            Comparable<Object> held = (Comparable<Object>) VALUES.get(filter.field()).apply(row);
            return held != null && switch (filter.comparison()) {
                case EQUAL -> filter.values().contains(held);
                case FROM -> held.compareTo(value) >= 0;
                case TO -> value instanceof Instant ? held.compareTo(value) < 0 : held.compareTo(value) <= 0;
                case PREFIX -> ((String) (Object) held).startsWith((String) value);
                case CONTAINS -> ((String) (Object) held).contains((String) value);
            };
        };
    }

    private void add(CompanyData data, int count) {
        for (int i = 0; i < count; i++) {
            add(data, shipment(code()));
        }
    }

    private void add(CompanyData data, Shipment shipment) {
        all.add(shipment);
        data.in(rows -> {
            rows.add(shipment);
            return shipment;
        });
    }

    private Shipment shipment(String code) {
        made++;
        UUID id = new UUID(0x0190_0000_0000_7000L + random.nextInt(5), 0x8000_0000_0000_0000L + made);
        return new Shipment(id, code, random.nextInt(5),
                random.nextInt(4) == 0 ? null : BigDecimal.valueOf(random.nextInt(5) * 100L, 2).setScale(4),
                random.nextInt(3) == 0 ? null : day(), moment(), random.nextBoolean());
    }

    private String code() {
        return random.ints(1 + random.nextInt(2), 'a', 'd')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private LocalDate day() {
        return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(6));
    }

    private Instant moment() {
        return Instant.parse("2026-01-31T10:00:00Z").plusMillis(random.nextInt(4));
    }
}
