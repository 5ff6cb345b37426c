package org.triviumcrm.shared.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.Plans;

/** Filters by what another table keeps of a row: found by that table's index, or looked up row by row along the list's order. */
@IntegrationTest
class AnsweredElsewhereTests {

    private static final int ROWS = 6_000;

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
        jdbc.sql("insert into ticket_queue (id, name, position, assignment, created_at, updated_at)"
                        + " values (980000001, 'Many', 9, 'BY_HAND', now(), now())")
                .update();
        jdbc.sql("insert into ticket_type (id, name, position, created_at, updated_at)"
                        + " values (980000001, 'Repair', 90, now(), now())")
                .update();
        jdbc.sql("insert into ticket_type_field (id, type_id, position, name, kind, choices)"
                        + " select 980000000 + n, 980000001, n, 'Question ' || n, k, case k when 'CHOICE' then 'c1' end"
                        + " from unnest(array['TEXT', 'NUMBER', 'DATE', 'CHOICE', 'YES_NO']) with ordinality q (k, n)")
                .update();
        jdbc.sql(
                        "insert into ticket (id, name, status, priority, channel, type_id, answers, queue_id, status_since, created_at, updated_at)"
                                + " select 980000000 + n, 'Ticket ' || n, 'NEW', 'NORMAL', 'EMAIL', 980000001,"
                                + " jsonb_build_object('980000001', 'Serial ' || n, '980000002', n::text,"
                                + " '980000003', (date '1980-01-01' + n)::text, '980000004', 'c' || n % 250, '980000005',"
                                + " case when n % 250 = 0 then 'true' else 'false' end),"
                                + " 980000001, now(), now() - n * interval '1 minute', now() from generate_series(1, ?) n")
                .param(ROWS)
                .update();
        jdbc.sql("analyze ticket").update();
        jdbc.sql("analyze ticket_answer").update();
    }

    /** One test, for its rows are many. */
    @Test
    void readTheirIndexOrTheOrderOfTheList() {
        readsTheIndexOfItsKind("f.answer980000001=serial 777", "ticket_answer_words", 1);
        readsTheIndexOfItsKind("f.answer980000002=100..120", "ticket_answer_number", 21);
        readsTheIndexOfItsKind("f.answer980000003=1980-02-01..1980-02-10", "ticket_answer_day", 10);
        readsTheIndexOfItsKind("f.answer980000004=c7", "ticket_answer_choice", 24);
        readsTheIndexOfItsKind("f.answer980000005=yes", "ticket_answer_yes", 24);
        manyAreWalkedThroughInTheOrderOfTheList();
        isCountedTogetherWithOthers();
    }

    private void readsTheIndexOfItsKind(String filter, String index, long rows) {
        ListQuery query = query(filter + "&sort=-createdAt");
        assertThat(repository
                        .count(query.definition(), conditions(query), false)
                        .rows())
                .isEqualTo(rows);
        Plans plans = new Plans(dataSource);
        ListRepository planned = new ListRepository(JdbcClient.create(plans), () -> "'USD'");
        planned.count(query.definition(), conditions(query), false);
        page(planned, query, true);
        assertThat(plans.take())
                .hasSize(2)
                .allSatisfy(plan -> assertThat(plan)
                        .contains(index)
                        .doesNotContain("Seq Scan on ticket_answer")
                        .doesNotContain("Seq Scan on ticket "));
    }

    private void manyAreWalkedThroughInTheOrderOfTheList() {
        ListQuery query = query("f.answer980000005=no&sort=-createdAt");
        assertThat(repository
                        .count(query.definition(), conditions(query), false)
                        .capped())
                .isTrue();
        Plans plans = new Plans(dataSource);
        page(new ListRepository(JdbcClient.create(plans), () -> "'USD'"), query, false);
        assertThat(plans.take())
                .singleElement()
                .satisfies(plan -> assertThat(plan)
                        .contains("ticket_by_creation", "ticket_answer_pkey")
                        .doesNotContain("Seq Scan"));
        assertThat(page(repository, query, false)).isEqualTo(page(repository, query, true));
    }

    /** The index of another filter tells nothing of what is kept elsewhere. */
    private void isCountedTogetherWithOthers() {
        ListQuery query = query("f.answer980000004=c7&f.name=ticket");
        assertThat(repository
                        .count(query.definition(), conditions(query), false)
                        .rows())
                .isEqualTo(24);
        query = query("f.customerLevel=Gold&f.name=ticket");
        assertThat(repository
                        .count(query.definition(), conditions(query), false)
                        .rows())
                .isZero();
    }

    private List<Long> page(ListRepository lists, ListQuery query, boolean collected) {
        PageSql sql = new PageSql(query, null, false, collected);
        return lists.page(query.definition(), List.of(), conditions(query), sql, null, 20).stream()
                .map(ListRepository.RawRow::id)
                .toList();
    }

    private Conditions conditions(ListQuery query) {
        return new Conditions(query, viewer, LocalDate.of(2026, 1, 1));
    }

    private ListQuery query(String parameters) {
        return ListParameters.parse(definitions.visible("ticket", viewer), parameters);
    }
}
