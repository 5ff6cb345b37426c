package org.triviumcrm.exchange.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** Campaigns have brought what a file brings, too: by who came to them and by leads, until the import is taken back. */
@IntegrationTest
class ImportedTouchesTests {

    private static final String HEAD =
            "opportunity_id,account,sales_agent,deal_stage,engage_date,close_date,close_value\n";
    private static final String ROW = "%s,Sample customer,%s,%s,%s,%s,%s\n";

    @Autowired
    MoveIn moveIn;

    @Autowired
    SampleCompany company;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    private Viewer admin;

    @BeforeEach
    void peopleWhoCame() {
        company.found();
        company.endCase();
        admin = accounts.administrator();
        database.sql("delete from opportunity_touch").update();
        database.sql("delete from campaign_participant").update();
        came("Fair", "contact_id", company.id("contact"), "2026-03-10T12:00:00Z");
        came("Talk", "customer_id", company.id("customer"), "2026-06-10T12:00:00Z");
        long mail = campaign("Mail");
        database.sql(
                        "update lead set customer_id = ?, campaign_id = ?, created_at = '2026-02-01T12:00:00Z' where id = ?")
                .params(company.id("customer"), mail, company.id("lead"))
                .update();
    }

    @Test
    void whatCameBeforeTheEndCountsAndUndoTakesItBack() {
        DataImport file = moveIn.text(
                admin,
                "opportunity",
                HEAD
                        + row("A", "Won", "2026-01-15", "2026-05-01", "900")
                        + row("B", "Won", "2026-06-01", "2026-07-01", "100")
                        + row("C", "Won", "2024-01-15", "2024-05-01", "500")
                        + row("D", "Lost", "2026-01-15", "2026-02-15", "0"));
        assertThat(touches())
                .containsExactly(
                        "A Fair PARTICIPATION WON 450.00",
                        "A Mail LEAD WON 450.00",
                        "B Fair PARTICIPATION WON 33.33",
                        "B Mail LEAD WON 33.34",
                        "B Talk PARTICIPATION WON 33.33",
                        "D Mail LEAD LOST 0.00");
        assertThat(months()).containsExactly("Fair 483.33", "Mail 483.34", "Talk 33.33");
        database.sql(
                        "update opportunity_touch set said_share = 10000 where opportunity_id = (select id from opportunity where reference = 'D')")
                .update();
        moveIn.undo(admin, file.id());
        assertThat(touches())
                .as("what somebody has said stays, with its opportunity")
                .containsExactly("D Mail LEAD LOST 0.00");
        assertThat(months()).isEmpty();
    }

    @Test
    void winningByAFileNotesThemAndUndoForgetsThem() {
        moveIn.text(admin, "opportunity", HEAD + row("A", "Open", "2026-05-01", "", "900"));
        database.sql("delete from opportunity_touch").update();
        came("Day", "customer_id", company.id("customer"), "2026-07-10T12:00:00Z");
        long known = campaign("Known");
        database.sql("""
                        insert into opportunity_touch (opportunity_id, campaign_id, first_at, last_at, kind)
                        select id, ?, '2026-05-02T12:00:00Z', '2026-05-02T12:00:00Z', 'HAND' from opportunity where reference = 'A'""").param(known).update();
        DataImport file = moveIn.text(admin, "opportunity", HEAD + row("A", "Won", "2026-05-01", "2026-08-01", "1000"));
        assertThat(touches())
                .containsExactly(
                        "A Day PARTICIPATION WON 200.00",
                        "A Fair PARTICIPATION WON 200.00",
                        "A Known HAND WON 200.00",
                        "A Mail LEAD WON 200.00",
                        "A Talk PARTICIPATION WON 200.00");
        moveIn.undo(admin, file.id());
        assertThat(touches()).containsExactly("A Known HAND OPEN 900.00");
        DataImport again = moveIn.text(admin, "opportunity", HEAD + row("A", "Open", "2026-05-01", "", "950"));
        assertThat(touches()).as("only what is opened or won").containsExactly("A Known HAND OPEN 950.00");
        moveIn.undo(admin, again.id());
        assertThat(touches()).containsExactly("A Known HAND OPEN 900.00");
    }

    private String row(String reference, String stage, String from, String to, String amount) {
        return ROW.formatted(reference, admin.name(), stage, from, to, amount);
    }

    private List<String> touches() {
        return database.sql("""
                        select o.reference || ' ' || c.name || ' ' || t.kind || ' ' || t.outcome || ' ' || t.even_amount
                        from opportunity_touch t join opportunity o on o.id = t.opportunity_id join campaign c on c.id = t.campaign_id
                        order by o.reference, c.name""").query(String.class).list();
    }

    private List<String> months() {
        return database.sql("""
                        select c.name || ' ' || sum(m.even_amount) from attribution_month m join campaign c on c.id = m.campaign_id
                        where m.outcome = 'WON' group by c.name having sum(m.even_amount) <> 0 order by 1""").query(String.class).list();
    }

    private void came(String name, String column, long who, String at) {
        database.sql("insert into campaign_participant (campaign_id, " + column
                        + ", status, attended_at, source, created_at, updated_at)"
                        + " values (?, ?, 'ATTENDED', ?::timestamptz, 'HAND', now(), now())")
                .params(campaign(name), who, at)
                .update();
    }

    private long campaign(String name) {
        return database.sql("""
                        insert into campaign (id, name, method_id, start_on, end_on, currency, state, state_since, owner_id, created_at, updated_at)
                        select nextval('campaign_seq'), :name, method_id, start_on, end_on, currency, 'PLANNED', now(), owner_id, now(), now()
                        from campaign where id = :sample returning id""")
                .param("name", name)
                .param("sample", company.id("campaign"))
                .query(Long.class)
                .single();
    }
}
