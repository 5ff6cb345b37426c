package org.triviumcrm.shared.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.shared.search.SearchTarget;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.Plans;
import org.triviumcrm.testing.SampleCompany;

@IntegrationTest
class VisitsTests {

    @Autowired
    Visits visits;

    @Autowired
    VisitRepository repository;

    @Autowired
    List<SearchTarget> targets;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource dataSource;

    @Autowired
    Accounts accounts;

    @Autowired
    Viewers viewers;

    @Autowired
    SampleCompany company;

    private Viewer reader;

    @BeforeEach
    void company() {
        company.found();
        reader = accounts.administrator();
    }

    @Test
    void theLatestComeFirstWithTheirNotesAndPages() {
        see("customer", company.id("customer"), 3);
        see("opportunity", company.id("opportunity"), 1);
        see("contact", company.id("contact"), 2);
        assertThat(visits.recent(reader, 10, null))
                .extracting(RecentRecord::href)
                .containsExactly(
                        "/sales/opportunities/" + company.id("opportunity"),
                        "/contacts/" + company.id("contact"),
                        "/customers/" + company.id("customer"));
        assertThat(visits.recent(reader, 10, null).get(1))
                .satisfies(contact -> assertThat(contact.name()).isEqualTo("Sample contact"))
                .satisfies(contact -> assertThat(contact.note()).contains("Sample customer"));
        assertThat(visits.recent(accounts.administrator(), 10, null)).isEmpty();
    }

    @Test
    void noMoreThanAskedForAndNotThePageOneIsOn() {
        company.grow(12);
        List<Long> ids = jdbc.sql("select id from customer order by id")
                .query(Long.class)
                .list();
        ids.forEach(id -> see("customer", id, ids.indexOf(id)));
        assertThat(visits.recent(reader, 10, null)).hasSize(10);
        String first = "/customers/" + ids.get(0);
        assertThat(visits.recent(reader, 10, null).get(0).href()).isEqualTo(first);
        assertThat(visits.recent(reader, 10, first))
                .hasSize(10)
                .extracting(RecentRecord::href)
                .doesNotContain(first);
    }

    @Test
    void whatMayNotBeSeenAnyMoreIsLeftOut() {
        reader = accounts.representative(accounts.team("Visitors", null));
        see("opportunity", company.id("opportunity"), 1);
        see("customer", company.id("customer"), 2);
        assertThat(visits.recent(reader, 10, null))
                .extracting(RecentRecord::href)
                .containsExactly("/customers/" + company.id("customer"));
        jdbc.sql("update opportunity set owner_id = ?").param(reader.personId()).update();
        assertThat(visits.recent(reader, 10, null)).hasSize(2);
        jdbc.sql("delete from person_role where person_id = ?")
                .param(reader.personId())
                .update();
        reader = viewers.find(reader.personId()).orElseThrow();
        assertThat(visits.recent(reader, 10, null)).isEmpty();
    }

    @Test
    void aVisitIsOneStatementAndTellsOfTheOneBefore() {
        Plans statements = new Plans(dataSource);
        VisitRepository counted = new VisitRepository(JdbcClient.create(statements));
        long id = company.id("customer");
        Instant noon = Instant.parse("2026-11-25T12:00:00Z");
        assertThat(opened(counted, id, noon)).isNull();
        assertThat(opened(counted, id, noon.plusSeconds(60))).isNull();
        Instant evening = noon.plus(6, ChronoUnit.HOURS);
        assertThat(counted.since(reader.personId(), "customer", id, evening.minus(Visits.PAUSE)))
                .contains(noon.plusSeconds(60));
        assertThat(opened(counted, id, evening)).isEqualTo(noon.plusSeconds(60));
        assertThat(opened(counted, id, evening.plusSeconds(60))).isEqualTo(noon.plusSeconds(60));
        assertThat(statements.take()).hasSize(5);
    }

    private Instant opened(VisitRepository counted, long id, Instant at) {
        return counted.opened(reader.personId(), "customer", id, at, at.minus(Visits.PAUSE))
                .orElse(null);
    }

    @Test
    void theLatestOfManyAreReadFromTheirIndex() {
        for (int i = 0; i < 30; i++) {
            accounts.nobody();
        }
        jdbc.sql(
                        "insert into visit (person_id, kind, record_id, seen_at) select p.id, 'customer', n, now() - n * interval '1 second'"
                                + " from (select id from person order by id desc limit 30) p, generate_series(1, 200) n")
                .update();
        jdbc.sql("analyze visit").update();
        Plans plans = new Plans(dataSource);
        new VisitRepository(JdbcClient.create(plans)).latest(reader, targets, 10);
        assertThat(plans.take())
                .hasSize(1)
                .first()
                .asString()
                .contains("visit_latest")
                .doesNotContain("Seq Scan on visit");
    }

    @Test
    void oldOnesAreForgotten() {
        see("customer", company.id("customer"), 1);
        see("contact", company.id("contact"), (int) VisitJob.KEPT.toMinutes() + 1);
        assertThat(repository.forget(Instant.now().minus(VisitJob.KEPT))).isEqualTo(1);
        assertThat(visits.recent(reader, 10, null))
                .extracting(RecentRecord::href)
                .containsExactly("/customers/" + company.id("customer"));
    }

    private void see(String kind, long id, int minutesAgo) {
        jdbc.sql(
                        "insert into visit (person_id, kind, record_id, seen_at) values (?, ?, ?, now() - ? * interval '1 minute')")
                .params(reader.personId(), kind, id, minutesAgo)
                .update();
    }
}
