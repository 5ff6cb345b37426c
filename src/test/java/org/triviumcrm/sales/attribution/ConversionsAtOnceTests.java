package org.triviumcrm.sales.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.testing.CommittingTest;
import org.triviumcrm.testing.SampleCompany;

/** Who came, whose they are and what they bought, written by two people at the same time: nobody waits, and nobody is missed. */
@CommittingTest
class ConversionsAtOnceTests {

    @Autowired
    SampleCompany company;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ConversionRepository conversions;

    private long campaign;
    private long customer;
    private long contact;
    private long lead;
    private long deal;

    @BeforeEach
    void somebodyAndAnOpportunity() {
        company.found();
        company.endCase();
        campaign = company.id("campaign");
        database.sql("delete from campaign_participant").update();
        customer = added(
                "insert into customer (id, name, created_at, updated_at) values (nextval('customer_seq'), 'Buyer', now(), now()) returning id");
        contact = added(
                "insert into contact (id, name, customer_id, created_at, updated_at) values (nextval('contact_seq'), 'Person', "
                        + customer + ", now(), now()) returning id");
        lead = added(
                "insert into lead (id, full_name, created_at, updated_at) values (nextval('lead_seq'), 'Somebody', now(), now()) returning id");
        deal = company.id("opportunity");
        passing("update opportunity set customer_id = " + customer
                + ", state = 'OPEN', closed_on = null, expected_close_date = '2026-04-01' where id = " + deal);
        conversions.settle();
    }

    @Test
    void whoIsEnteredWhileTheirCustomerIsWon() throws Exception {
        atOnce(came("contact_id", contact), win());
        assertThat(converted()).isEqualTo(1);
    }

    @Test
    void whoseCustomerIsWonWhileTheyAreEntered() throws Exception {
        atOnce(win(), came("contact_id", contact));
        assertThat(converted()).isEqualTo(1);
    }

    @Test
    void whoComesToACustomerWhileThatIsWon() throws Exception {
        passing("update contact set customer_id = null where id = " + contact);
        passing(came("contact_id", contact));
        atOnce("update contact set customer_id = " + customer + " where id = " + contact, win());
        assertThat(converted()).isEqualTo(1);
    }

    @Test
    void whoIsEnteredWhileTheyComeToACustomerThatHasBought() throws Exception {
        passing("update contact set customer_id = null where id = " + contact);
        passing(win());
        atOnce(came("contact_id", contact), "update contact set customer_id = " + customer + " where id = " + contact);
        assertThat(converted()).isEqualTo(1);
    }

    /** The people are held by who takes them away; the win does not wait, which would be for each other when the other needs its rows, too. */
    @Test
    void aWinDoesNotWaitForWhoTakesPeopleAway() throws Exception {
        passing(came("contact_id", contact));
        passing(came("customer_id", customer));
        atOnce("delete from campaign_participant where contact_id = " + contact, win());
        assertThat(converted()).isEqualTo(1);
        assertThat(added("select count(*) from campaign_participant")).isEqualTo(1);
        assertThat(added("select sum(people) * 10 + sum(converted) from campaign_came"))
                .isEqualTo(11);
    }

    /** The lead has no customer itself: its contact gets one, which buys. */
    @Test
    void aLeadBoughtByWayOfItsContact() {
        passing("update contact set customer_id = null where id = " + contact);
        passing("update lead set contact_id = " + contact + " where id = " + lead);
        passing(came("lead_id", lead));
        passing(win());
        assertThat(converted()).isZero();
        passing("update contact set customer_id = " + customer + " where id = " + contact);
        assertThat(converted()).isEqualTo(1);
        passing("update opportunity set state = 'OPEN', closed_on = null where id = " + deal);
        assertThat(converted()).isZero();
        passing(win());
        assertThat(converted()).isEqualTo(1);
        passing("update lead set contact_id = null where id = " + lead);
        assertThat(converted()).isZero();
    }

    /** The second one is written, and not kept waiting, while the first is not committed; then what both have left is settled. */
    private void atOnce(String first, String second) throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            transactions.executeWithoutResult(status -> {
                passing(first);
                Future<?> written = other.submit(() -> transactions.executeWithoutResult(inner -> passing(second)));
                try {
                    written.get(20, TimeUnit.SECONDS);
                } catch (Exception failed) {
                    throw new IllegalStateException(second, failed);
                }
            });
        } finally {
            other.shutdownNow();
        }
        assertThat(conversions.settle()).isPositive();
        assertThat(conversions.settle()).isZero();
    }

    private void passing(String sql) {
        transactions.executeWithoutResult(status -> {
            database.sql("select set_config('trivium.passage', 'TEST', true)")
                    .query(String.class)
                    .single();
            database.sql(sql).update();
        });
    }

    private String came(String column, long who) {
        return "insert into campaign_participant (campaign_id, " + column
                + ", status, source, attended_at, created_at, updated_at) values (" + campaign + ", " + who
                + ", 'ATTENDED', 'HAND', timestamptz '2026-02-10 12:00+00', now(), now())";
    }

    private String win() {
        return "update opportunity set state = 'WON', closed_on = '2026-03-01', base_amount = 100 where id = " + deal;
    }

    /** As kept with the people, which is what the sums say. */
    private long converted() {
        List<Long> both = database.sql("""
                        select count(*) from campaign_participant where converted
                        union all select coalesce(sum(converted), 0) from campaign_came""").query(Long.class).list();
        assertThat(both.get(0)).isEqualTo(both.get(1));
        return both.get(0);
    }

    private long added(String sql) {
        return database.sql(sql).query(Long.class).single();
    }
}
