package org.triviumcrm.shared.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses of lists: read, written, and never more than they should be. */
class ListParametersTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 2, 15);

    private static final ListDefinition THINGS = ListDefinition.of("thing", "/things")
            .permissions("thing.view", "thing.export")
            .from("thing", "t")
            .column(ListColumn.text("name", "t.name").sortableNotNull("t.name").filterable())
            .column(ListColumn.of("amount", ColumnType.DECIMAL, "t.amount")
                    .sortable()
                    .filterable())
            .column(ListColumn.of("day", ColumnType.DATE, "t.day").sortable().filterable())
            .column(ListColumn.choice("state", "t.state", Choices.of(List.of("OPEN", "WON"), "thing.state"))
                    .filterable())
            .column(ListColumn.named("owner", "o.name", "t.owner_id").filterable("t.owner_id", Choices.people()))
            .column(ListColumn.text("secret", "t.secret"))
            .sortedBy("name")
            .build();

    @Property
    void whatIsWrittenIsReadAgain(@ForAll String first, @ForAll String second, @ForAll boolean descending) {
        ListQuery query = new ListQuery(
                THINGS,
                List.of(
                        new ListFilter("name", Operator.STARTS, List.of("x" + first.replace("\0", "") + "x")),
                        new ListFilter("state", Operator.ANY, List.of("a", "b" + second.replace("\0", "") + "b"))),
                new SortOrder("amount", descending),
                0,
                List.of("amount", "name"),
                0,
                null,
                null);
        ListQuery read = ListParameters.parse(THINGS, query.kept());
        assertThat(read.kept()).isEqualTo(query.kept());
        assertThat(read.order()).isEqualTo(query.order());
        assertThat(read.columns()).isEqualTo(query.columns());
        assertThat(read.filters()).hasSize(2);
    }

    @Property
    void aCursorIsReadAsItWasWritten(@ForAll String value, @ForAll @LongRange(min = 1) long id) {
        Cursor cursor = new Cursor(value.replace("\0", "").replaceAll("[\\ud800-\\udfff]", ""), id);
        if (cursor.encode().length() <= 2000) {
            assertThat(Cursor.decode(cursor.encode())).isEqualTo(cursor);
        }
        assertThat(Cursor.decode(value))
                .satisfiesAnyOf(
                        decoded -> assertThat(decoded).isNull(),
                        decoded -> assertThat(decoded).isNotNull());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=name;drop table thing",
                "sort=secret",
                "sort=-(select 1)",
                "columns=password_hash,t.name",
                "f.secret=x",
                "f.nothing=x",
                "f.name'=x",
                "size=-1"
            })
    void whatTheListDoesNotOfferIsLeftOut(String query) {
        assertThat(ListParameters.parse(THINGS, query).href()).isEqualTo("/things");
    }

    @ParameterizedTest
    @ValueSource(strings = {"' or '1'='1", "\"; drop table thing; --", ":scopeOwner", "%_\\"})
    void valuesAreBoundAndNeverInTheStatement(String value) {
        for (String column : List.of("f.name", "f.name.equals", "f.state", "f.amount", "f.day", "f.owner")) {
            ListQuery query = ListParameters.parse(
                    THINGS, column + "=" + org.springframework.web.util.UriUtils.encode(value, "UTF-8"));
            Conditions conditions = new Conditions(query, READER, TODAY);
            assertThat(query.filters()).hasSize(1);
            assertThat(conditions.sql()).startsWith("scope(t)").doesNotContain(value);
        }
    }

    @ParameterizedTest
    @CsvSource({"f.amount,lots", "f.amount,1e9", "f.day,2026-02-30", "f.owner,x", "f.amount,1..x"})
    void whatCanNotBeReadMatchesNothing(String name, String value) {
        Conditions conditions = new Conditions(ListParameters.parse(THINGS, name + "=" + value), READER, TODAY);
        assertThat(conditions.sql()).endsWith("and false");
        assertThat(conditions.unreadable()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "THIS_WEEK,2026-02-09,2026-02-15",
        "LAST_30_DAYS,2026-01-17,2026-02-15",
        "THIS_MONTH,2026-02-01,2026-02-28",
        "LAST_QUARTER,2025-10-01,2025-12-31",
        "NEXT_QUARTER,2026-04-01,2026-06-30",
        "LAST_YEAR,2025-01-01,2025-12-31"
    })
    void spansMoveWithToday(RelativeDates span, LocalDate first, LocalDate last) {
        assertThat(span.first(TODAY)).isEqualTo(first);
        assertThat(span.last(TODAY)).isEqualTo(last);
    }

    @Test
    void meIsWhoeverReads() {
        Conditions conditions = new Conditions(ListParameters.parse(THINGS, "f.owner=me&f.owner=9"), READER, TODAY);
        assertThat(conditions.parameters()).containsValue(List.of(5L, 9L));
    }

    @Test
    void linksSayTheSameAsTheListReads() {
        String link = ListLink.to("/things")
                .is("state", "OPEN", "WON")
                .range("amount", BigDecimal.TEN, null)
                .days("day", RelativeDates.THIS_MONTH)
                .sort("-amount")
                .toString();
        assertThat(link).isEqualTo("/things?f.state=OPEN&f.state=WON&f.amount=10..&f.day=this-month&sort=-amount");
        assertThat(ListParameters.parse(THINGS, link.substring(link.indexOf('?') + 1))
                        .filters())
                .hasSize(3);
    }

    private static final ListReader READER = new ListReader() {
        @Override
        public long personId() {
            return 5;
        }

        @Override
        public Locale locale() {
            return Locale.ENGLISH;
        }

        @Override
        public ZoneId zone() {
            return ZoneId.of("UTC");
        }

        @Override
        public boolean can(String permission) {
            return true;
        }

        @Override
        public RowScope scope(String recordType) {
            return new RowScope() {
                @Override
                public String sql(String alias) {
                    return "scope(" + alias + ")";
                }

                @Override
                public Map<String, Object> parameters() {
                    return Map.of();
                }
            };
        }
    };
}
