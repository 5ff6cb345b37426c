package org.triviumcrm.shared.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.ListRepository.RawRow;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.Statements;

/** Pages read by walking the sort's index, as when very many rows match, give the same rows as collecting them. */
@IntegrationTest
class WalkingAnIndexTests {

    private static final int ROWS = 173;
    private static final int SIZE = 20;

    @Autowired
    ListDefinitions definitions;

    @Autowired
    ListRepository repository;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource dataSource;

    @Autowired
    Accounts accounts;

    private Viewer viewer;

    @BeforeEach
    void rows() {
        viewer = accounts.administrator();
        Random random = new Random(7);
        for (int i = 0; i < ROWS; i++) {
            jdbc.sql(
                            "insert into customer (id, name, industry, employees, last_activity_at, created_at, updated_at) values"
                                    + " (?, ?, ?, ?, now() - ? * interval '1 day', now(), now())")
                    .params(
                            950_000_000L + i,
                            "Name " + random.nextInt(30),
                            some(random, "Industry " + random.nextInt(4)),
                            some(random, random.nextInt(7)),
                            some(random, random.nextInt(5)))
                    .update();
        }
    }

    private static @Nullable Object some(Random random, Object value) {
        return random.nextInt(3) == 0 ? null : value;
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "-name", "industry", "-industry", "employees", "-employees", "-lastActivityAt"})
    void everyRowComesOnceForwardAndInTheSamePagesBackward(String sort) {
        ListQuery query = query("sort=" + sort);
        List<List<Long>> walked = pages(query, false);
        assertThat(walked.stream().flatMap(List::stream)).hasSize(ROWS).doesNotHaveDuplicates();
        assertThat(walked).isEqualTo(pages(query, true));
        Cursor last = last(query);
        List<Long> backward = new ArrayList<>();
        for (Cursor cursor = last; cursor != null; ) {
            List<RawRow> rows = read(query, cursor, true, false);
            rows.stream().limit(SIZE).map(RawRow::id).forEach(backward::add);
            cursor = rows.size() > SIZE ? rows.get(SIZE - 1).cursor() : null;
        }
        backward.add(0, last.id());
        Collections.reverse(backward);
        assertThat(backward).isEqualTo(walked.stream().flatMap(List::stream).toList());
    }

    @Test
    void countAndRowsAreAStatementEach() {
        Statements statements = new Statements(dataSource);
        ListRepository counted = new ListRepository(JdbcClient.create(statements), () -> "'USD'");
        ListQuery query = query("f.employees=1..&sort=-employees&columns=name,owner,team,parent");
        Conditions conditions = conditions(query);
        counted.count(query.definition(), conditions, false);
        counted.page(query.definition(), columns(query), conditions, new PageSql(query, null, false, true), null, 200);
        assertThat(statements.take()).hasSize(2);
    }

    private List<List<Long>> pages(ListQuery query, boolean collected) {
        List<List<Long>> pages = new ArrayList<>();
        Cursor cursor = null;
        do {
            List<RawRow> rows = read(query, cursor, false, collected);
            pages.add(rows.stream().limit(SIZE).map(RawRow::id).toList());
            cursor = rows.size() > SIZE ? rows.get(SIZE - 1).cursor() : null;
        } while (cursor != null);
        return pages;
    }

    private Cursor last(ListQuery query) {
        Cursor cursor = null;
        List<RawRow> rows = read(query, null, false, false);
        while (rows.size() > SIZE) {
            cursor = rows.get(SIZE - 1).cursor();
            rows = read(query, cursor, false, false);
        }
        return rows.get(rows.size() - 1).cursor();
    }

    private List<RawRow> read(ListQuery query, @Nullable Cursor cursor, boolean backward, boolean collected) {
        return repository.page(
                query.definition(),
                columns(query),
                conditions(query),
                new PageSql(query, cursor, backward, collected),
                cursor,
                SIZE);
    }

    private static List<ListColumn> columns(ListQuery query) {
        return query.columns().stream()
                .map(key -> query.definition().columns().get(key))
                .toList();
    }

    private Conditions conditions(ListQuery query) {
        return new Conditions(query, viewer, LocalDate.of(2026, 1, 1));
    }

    private ListQuery query(String parameters) {
        LinkedMultiValueMap<String, String> map = new LinkedMultiValueMap<>();
        for (String pair : parameters.split("&")) {
            map.add(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return ListParameters.read(definitions.visible("customer", viewer), map);
    }
}
